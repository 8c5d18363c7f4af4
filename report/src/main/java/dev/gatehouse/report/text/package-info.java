/**
 * A comparison as text: for terminals of 100 columns, as Markdown, and one cell explained to its last fact.
 *
 * <p>Entry points: {@link dev.gatehouse.report.text.ComparisonText},
 * {@link dev.gatehouse.report.text.ComparisonMarkdown}, {@link dev.gatehouse.report.text.ExplainText}. Pitfall: colour
 * is not a text. Five columns in green and red are five equal columns to a log file and to one reader in twelve, so
 * each state has a sign and a word, and colour only repeats them.
 */
@NullMarked
package dev.gatehouse.report.text;

import org.jspecify.annotations.NullMarked;
