/** Tests of {@link dev.gatehouse.model.finding}. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.finding;
