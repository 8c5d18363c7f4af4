/**
 * Comparisons, findings and designs as JSON, and findings as SARIF; {@code docs/schema} has the schemas.
 *
 * <p>Entry points: {@link dev.gatehouse.report.write.ComparisonJson}, {@link dev.gatehouse.report.write.FindingsJson},
 * {@link dev.gatehouse.report.write.DesignsJson}, {@link dev.gatehouse.report.write.Sarif}. Pitfall: money is text,
 * with its unit beside it; 0.1 USD read as a binary number is 0.1000000000000000055 USD.
 */
@NullMarked
package dev.gatehouse.report.write;

import org.jspecify.annotations.NullMarked;
