package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.result.Figures;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.RoundFigures;
import java.util.OptionalLong;

/** The figures of each round as {@code rounds.csv}: one line for each contestant in each round. */
final class RoundsCsv {
    private static final String HEAD = "round,place,contestant,scheduled,sent,ok,failed,timed_out,p50_ns,p90_ns,"
            + "lag_p50_ns,load_before,longest_pause_ns\n";

    private RoundsCsv() {}

    static String of(Measurement measurement) {
        StringBuilder csv = new StringBuilder(HEAD);
        for (RoundFigures round : measurement.rounds()) {
            int place = 1;
            for (var contestant : round.contestants().entrySet()) {
                line(csv, round, place++, contestant.getKey(), contestant.getValue());
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, RoundFigures round, int place, String name, Figures figures) {
        csv.append(round.number()).append(',').append(place).append(',').append(name);
        for (long number :
                new long[] {figures.scheduled(), figures.sent(), figures.ok(), figures.failed(), figures.timedOut()}) {
            csv.append(',').append(number);
        }
        csv.append(',').append(text(figures.p50Nanos())).append(',').append(text(figures.p90Nanos()));
        csv.append(',').append(figures.lagP50Nanos()).append(',').append(round.loadBefore());
        csv.append(',').append(round.pauses().longest().toNanos()).append('\n');
    }

    private static String text(OptionalLong nanos) {
        return nanos.isPresent() ? Long.toString(nanos.getAsLong()) : "";
    }
}
