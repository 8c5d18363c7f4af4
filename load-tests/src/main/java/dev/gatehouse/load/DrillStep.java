package dev.gatehouse.load;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.model.spec.Model;
import java.time.Duration;

/**
 * Something that happens in a drill.
 *
 * @param at when, in the lab's time from the first request on
 * @param what in words
 * @param act brings it about
 */
record DrillStep(Duration at, String what, Act act) {
    /** What is done. */
    @FunctionalInterface
    interface Act {
        /**
         * Does it.
         *
         * @param struck the model that a fault of a model strikes
         */
        void on(Lab lab, Model struck);
    }
}
