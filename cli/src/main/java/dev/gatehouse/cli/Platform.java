package dev.gatehouse.cli;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Places;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.report.write.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A platform spec that was read without errors.
 *
 * @param spec what it says
 * @param facts what is known: ours, with the spec's own facts over them
 * @param places where its parts stand
 * @param findings what is surprising about them
 * @param origin what outputs are made of
 */
record Platform(PlatformSpec spec, Facts facts, Places places, List<Finding> findings, Origin origin) {
    /** Copies the findings. */
    Platform {
        findings = List.copyOf(findings);
    }

    /**
     * Reads a spec and its own facts, and says what is surprising about them on standard error.
     *
     * @throws Refusal with everything that is wrong with them
     */
    static Platform open(Call call, String path) {
        Inputs inputs = new Inputs(call.around());
        Input input = inputs.read(path);
        SpecReading reading = SpecReader.read(input.name(), input.bytes());
        OwnFacts own = reading.spec()
                .map(spec -> OwnFacts.read(inputs, input.name(), spec, reading.places()))
                .orElseGet(() -> OwnFacts.of(List.of()));
        List<Finding> findings = Stream.concat(reading.findings().stream(), own.findings().stream())
                .toList();
        if (reading.spec().isEmpty() || findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new Refusal(Status.NOT_UNDERSTOOD, findings);
        }
        call.complain(findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList());
        return new Platform(
                reading.spec().get(),
                own.facts(),
                reading.places(),
                findings,
                Origin.of(BuildVersion.number(), input.bytes()));
    }

    /** The same in a month of as many hours as {@code --hours} says. */
    Platform withHours(String command, String hours) {
        return new Platform(spec, Hours.over(facts, command, hours), places, findings, origin);
    }

    /** Compares designs; what it finds stands at its place in the spec. */
    Comparison compare(List<Design> designs, LocalDate asOf, LocalDate today) {
        Comparison comparison = located(() -> Comparison.of(spec, facts, designs, asOf, today));
        return new Comparison(
                comparison.spec(),
                comparison.facts(),
                comparison.asOf(),
                comparison.rows(),
                comparison.designs().stream().map(this::located).toList(),
                comparison.study(),
                comparison.verdict());
    }

    /** Does something with the spec; what it refuses stands at its place in the spec. */
    <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.findings().stream()
                    .map(finding -> finding.place().equals(Place.ofBuilder()) ? places.locate(finding) : finding)
                    .toList());
        }
    }

    private DesignAnswer located(DesignAnswer answer) {
        return new DesignAnswer(
                answer.topology(),
                answer.cells(),
                answer.limits(),
                answer.measures(),
                answer.findings().stream().map(places::locate).toList());
    }
}
