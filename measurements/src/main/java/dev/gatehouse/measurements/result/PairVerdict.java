package dev.gatehouse.measurements.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the run says of contestant {@code a} beside contestant {@code b}: {@code a} is {@code verdict}.
 *
 * @param a the contestant that the verdict is about
 * @param b the contestant beside it
 * @param verdict by the median response time
 * @param differs whether some difference was found, however small: the corrected chance of none is at most 5 %
 * @param deltaNanos the smallest difference that matters, for this pair
 * @param p50 the median of the differences (a less b) of the rounds' medians, with its 95 % interval
 * @param p90 the same of the rounds' 90th percentiles, if every round has one
 * @param pDiffers the chance of such rounds if there were no difference, corrected for the number of pairs
 * @param pEqual the chance of such rounds if the difference were delta or more, corrected for the number of pairs
 * @param roundsNeeded if no difference was found, about how many rounds would find one of the size seen, or, if
 *     undecided, would show that it is within delta, whichever is sooner, in four of five runs; empty if more than
 *     {@link Judge#MOST_ROUNDS}
 * @param why if undecided, what is in the way
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PairVerdict(
        String a,
        String b,
        Verdict verdict,
        boolean differs,
        long deltaNanos,
        Estimate p50,
        Optional<Estimate> p90,
        double pDiffers,
        double pEqual,
        OptionalInt roundsNeeded,
        Optional<String> why) {}
