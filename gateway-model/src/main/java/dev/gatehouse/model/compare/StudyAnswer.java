package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import java.util.List;

/**
 * What became of one claim of the study of 19 November 2020.
 *
 * @param claim its id, such as {@code nlb-tcp-only}
 * @param text what the study says
 * @param then whether it held on that day: {@code holds}, {@code overstated} or {@code wrong-then}
 * @param now whether it holds on the day compared: {@code holds}, {@code changed}, {@code overstated} or {@code wrong}
 * @param by what decides it, one line: the launch that preceded or changed it, or what narrows it
 * @param facts what it rests on, the deciding one first
 */
public record StudyAnswer(String claim, String text, String then, String now, String by, List<Fact> facts) {
    /** Copies {@code facts}. */
    public StudyAnswer {
        facts = List.copyOf(facts);
    }
}
