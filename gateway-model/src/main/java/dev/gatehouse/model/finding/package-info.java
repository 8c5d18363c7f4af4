/**
 * What is wrong with an input, as values: a {@link dev.gatehouse.model.finding.Finding} has a rule, a place and a way
 * out.
 *
 * <p>Entry point: {@link dev.gatehouse.model.finding.Finding}. Findings are collected and shown together; a reader that
 * throws at the first of ten mistakes costs its user ten runs.
 */
@NullMarked
package dev.gatehouse.model.finding;

import org.jspecify.annotations.NullMarked;
