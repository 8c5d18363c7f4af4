package dev.gatehouse.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.report.write.ComparisonJson;
import dev.gatehouse.report.write.ExplainedJson;
import dev.gatehouse.report.write.ExploreJson;
import dev.gatehouse.report.write.FactsJson;
import dev.gatehouse.report.write.Origin;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No number in any output without evidence: for every example, on several days, in Regions with prices and one without,
 * every number of the JSON says how it is known, or the nearest object around it does. Only the exceptions of
 * {@link NumberWalk} go without, each for its reason, and each is needed.
 */
final class NumbersHaveEvidenceTest {
    private static final Facts FACTS = Facts.bundled();
    private static final Origin ORIGIN = Origin.of("0.1.0", new byte[] {1});
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2020, 11, 19), LocalDate.of(2023, 6, 30), TODAY);

    /** Where every path is walked, not just the five. */
    private static final String EXPLORED = "eu-west-1";

    /** Of the last no price is known. */
    private static final List<String> REGIONS = List.of(EXPLORED, "us-east-1", "eu-west-3", "ap-southeast-2");

    @Test
    void every_number_says_how_it_is_known() {
        NumberWalk walk = new NumberWalk();

        documents().forEach(walk::walk);

        assertThat(walk.without()).isEmpty();
        assertThat(walk.excused())
                .as("exceptions that some number needs")
                .isEqualTo(new TreeSet<>(NumberWalk.EXCEPTIONS.keySet()));
    }

    @Test
    void a_number_without_evidence_is_found() {
        NumberWalk walk = new NumberWalk();

        walk.walk(json("""
                { "cost": { "known": "12.50", "items": [{ "rate": 3, "evidence": { "kind": "assumed", "why": "so" } }] },
                  "cells": [{ "why": "at most 29 s", "evidence": null }, { "why": "since 2021-09-27, by TLS1.2" },
                            { "why": "at most 30 s", "evidence": { "kind": "guessed", "why": "so" } }],
                  "limits": [{ "value": "29 s", "evidence": { "kind": "published", "page": "https://a.example" } }] }
                """));

        assertThat(walk.without().keySet())
                .containsExactly("document.cells[].why", "document.cost.known", "document.limits[].value");
        assertThat(walk.without()).containsEntry("document.cells[].why", "at most 30 s");
    }

    private static Stream<JsonNode> documents() {
        return Stream.concat(
                Stream.of(json(FactsJson.of(FACTS.everything().toList(), TODAY))),
                Specs.exampleFiles().keySet().stream()
                        .flatMap(example -> REGIONS.stream().map(region -> in(example, region)))
                        .flatMap(spec -> DAYS.stream().flatMap(day -> documents(spec, day))));
    }

    private static Stream<JsonNode> documents(PlatformSpec spec, LocalDate day) {
        Comparison comparison = Comparison.of(spec, FACTS, Designs.all(), day, TODAY);
        Stream<JsonNode> compared = Stream.of(json(ComparisonJson.of(comparison, ORIGIN)));
        if (!spec.region().equals(EXPLORED)) {
            return compared;
        }
        Exploration exploration = Exploration.of(spec, FACTS, day, TODAY);
        return Stream.of(
                        compared,
                        Stream.of(json(
                                ExploreJson.of(exploration, exploration.paths().size(), ORIGIN))),
                        day.equals(TODAY) ? opened(comparison) : Stream.<JsonNode>empty())
                .flatMap(each -> each);
    }

    private static Stream<JsonNode> opened(Comparison comparison) {
        return Explained.rows(comparison).stream()
                .flatMap(row -> comparison.designs().stream()
                        .map(DesignAnswer::design)
                        .flatMap(design -> Explained.of(comparison, row, design.id()).stream()))
                .map(explained -> json(ExplainedJson.of(explained, ORIGIN)));
    }

    private static PlatformSpec in(String example, String region) {
        try {
            String text = Files.readString(Specs.exampleFiles().get(example));
            String there = text.replace("eu-west-1", region);
            return SpecReader.read(example + ".yaml", there.getBytes(UTF_8))
                    .spec()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
