package dev.gatehouse.lab.probe;

import java.io.IOException;

/** Tries one promise on a running lab. */
@FunctionalInterface
interface Probe {
    /** What becomes of the promise for one entry and model. */
    Observation observe(Bench bench, Bench.Target target) throws IOException;
}
