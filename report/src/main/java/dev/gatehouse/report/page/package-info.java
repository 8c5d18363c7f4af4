/**
 * The page of a report: one file that opens from disk, light and dark, on paper and on a phone.
 *
 * <p>Entry point: {@link dev.gatehouse.report.page.IndexHtml}. Pitfall: a page that loads one font from a network shows
 * nothing for 3 s behind a firewall that drops packets. This one loads nothing: style, script and drawings are inside.
 */
@NullMarked
package dev.gatehouse.report.page;

import org.jspecify.annotations.NullMarked;
