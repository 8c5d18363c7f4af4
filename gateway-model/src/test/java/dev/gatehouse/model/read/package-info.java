/** Tests of {@link dev.gatehouse.model.read}. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.read;
