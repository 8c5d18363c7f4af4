package dev.gatehouse.examples;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static dev.gatehouse.model.spec.Models.percent;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.webFirewall;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Describes a platform in Java, compares the five designs, and prints what each of them breaks. */
public final class CompareDesigns {
    private CompareDesigns() {}

    /** Prints the comparison of today. */
    public static void main(String[] args) {
        print(new PrintStream(System.out, true, StandardCharsets.UTF_8), LocalDate.now(java.time.ZoneOffset.UTC));
    }

    static void print(PrintStream out, LocalDate today) {
        Comparison comparison = Comparison.of(riskModels(), Facts.bundled(), Designs.all(), today, today);
        for (DesignAnswer answer : comparison.designs()) {
            String broken = answer.cells().stream()
                    .filter(cell -> cell.state() == State.BROKEN)
                    .map(Cell::row)
                    .distinct()
                    .collect(Collectors.joining(", "));
            out.println(answer.design().id() + (broken.isEmpty() ? " breaks nothing" : " breaks " + broken));
        }
        out.println(comparison.verdict());
    }

    private static PlatformSpec riskModels() {
        return PlatformSpec.named("risk-models")
                .region("eu-west-1")
                .entry(entry("public").host("models.bank.example"))
                .model(model("fraud")
                        .service("fraud.serving", 8080)
                        .path("/v2/models/fraud/")
                        .answers(atMost(Duration.ofMillis(800)))
                        .load(load(perSecond(150), perSecond(600), kilobytes(6), kilobytes(1)))
                        .canary("fraud-v4.serving", 8080, percent(10)))
                .require(webFirewall(), fixedAddress())
                .build();
    }
}
