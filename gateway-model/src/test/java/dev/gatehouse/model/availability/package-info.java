/** Service levels multiplied, against hand calculations. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.availability;
