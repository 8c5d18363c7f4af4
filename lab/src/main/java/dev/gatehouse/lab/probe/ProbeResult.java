package dev.gatehouse.lab.probe;

import dev.gatehouse.model.compare.State;

/**
 * What the lab says of one cell of the comparison.
 *
 * @param row the row's id
 * @param entry the entry's name
 * @param model the model's name; where a cell speaks for several models there is a result for each
 * @param expected what the comparison says
 * @param observed what the lab shows
 * @param agreed whether the two agree; a broken cell also names the hop that stopped the request
 * @param detail what was tried and what came back
 */
public record ProbeResult(
        String row, String entry, String model, State expected, Observed observed, boolean agreed, String detail) {}
