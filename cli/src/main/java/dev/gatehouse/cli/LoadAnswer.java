package dev.gatehouse.cli;

import dev.gatehouse.measurements.bounds.Bounds;
import dev.gatehouse.measurements.bounds.BoundsReader;
import dev.gatehouse.measurements.bounds.BoundsReading;
import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.report.text.ResultsText;
import java.util.List;
import java.util.Optional;

/** What a load test says in the end: its result, and whether the bounds are kept. */
final class LoadAnswer {
    private LoadAnswer() {}

    /** The bounds of {@code --check}, read before anything is measured. */
    static Optional<Bounds> bounds(Call call, LoadOptions options) {
        if (options.check().isEmpty()) {
            return Optional.empty();
        }
        Input input = new Inputs(call.around()).read(options.check());
        BoundsReading reading = BoundsReader.read(input.name(), input.bytes());
        if (reading.bounds().isEmpty()) {
            throw new Refusal(Status.NOT_UNDERSTOOD, reading.findings());
        }
        call.complain(reading.findings());
        return reading.bounds();
    }

    /** Prints the result; status 1 if it does not keep the bounds. */
    static Status give(Call call, LoadOptions options, Measurement measurement, Optional<Bounds> bounds) {
        call.print(options.wantsJson() ? ResultFile.text(measurement) : ResultsText.of(measurement, call.palette()));
        List<Finding> unmet = bounds.map(all -> all.unmet(measurement)).orElse(List.of());
        call.complain(unmet);
        return unmet.isEmpty() ? Status.DONE : Status.NO;
    }
}
