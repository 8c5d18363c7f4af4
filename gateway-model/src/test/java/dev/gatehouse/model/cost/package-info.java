/** Costs against AWS's own worked examples and hand calculations from the price rows. */
@org.jspecify.annotations.NullMarked
package dev.gatehouse.model.cost;
