/** Tests of {@link dev.gatehouse.model.spec}. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.spec;
