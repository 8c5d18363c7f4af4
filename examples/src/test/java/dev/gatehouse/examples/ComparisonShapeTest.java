package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.write.ComparisonJson;
import dev.gatehouse.report.write.Origin;
import dev.gatehouse.testing.Specs;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a comparison has every key of the written contract, each with a value of the contract's type, for every
 * design and every example. The contract may be extended, so further keys are fine.
 */
class ComparisonShapeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** The contract's own example; what is null in it is a text, or null. */
    private static final JsonNode CONTRACT = JsonMapper.shared().readTree("""
            { "schema": "gatehouse/compare/1", "tool": "…", "specSha256": "…", "factsSha256": "…", "asOf": "…",
              "platform": "…", "region": "…", "zones": 3, "currency": "USD", "verdict": "…", "rows": ["…"],
              "designs": [
                { "id": "nlb-ambassador", "title": "…", "verdict": "broken",
                  "path": [{ "hop": "network-load-balancer", "stance": "on-path",
                             "wire": { "layer": 4, "tls": false, "protocol": "tcp", "clientAddress": "kept" } }],
                  "cells":  [{ "row": "web-firewall", "entry": "public", "model": null, "state": "broken",
                               "keeper": null, "backstops": [],
                               "dueTo": { "hop": "network-load-balancer", "fact": "…" }, "why": "…",
                               "conditions": [{ "text": "…", "owner": "generator" }],
                               "cures": [{ "text": "…", "design": "…", "perMonth": "…" }],
                               "evidence": { "kind": "published", "since": "…" } }],
                  "limits": [{ "id": "request-timeout", "model": "assistant", "value": "350 s", "number": 350.0,
                               "unit": "s", "setBy": "network-load-balancer", "evidence": { "kind": "…" } }],
                  "measures": [{ "id": "…", "value": "…", "unit": "…", "evidence": { "kind": "…" } }],
                  "cost":   { "perMonth": "1234.56",
                              "items": [{ "hop": "…", "item": "…", "quantity": "…", "unit": "…", "rate": "…",
                                          "tier": "…", "amount": "…", "models": { },
                                          "evidence": { "kind": "…" } }] },
                  "latency": { "low": "…", "high": "…", "unit": "ms", "items": [{ "hop": "…" }],
                               "evidence": { "kind": "…" } },
                  "availability": { "percent": "99.98", "items": [{ "hop": "…" }], "without": ["…"] },
                  "findings": [{ "rule": "…", "severity": "…", "file": "…", "line": 1, "column": 1, "subject": "…",
                                 "what": "…", "why": "…", "fix": "…" }] }],
              "study": [{ "claim": "…", "text": "…", "then": "holds", "now": "holds", "by": "…",
                          "evidence": { "kind": "…" } }] }
            """);

    /** Where the contract lets a value be null: it does not apply, or nobody knows it. */
    private static final Set<String> MAY_BE_NULL = Set.of(
            "wire",
            "entry",
            "model",
            "keeper",
            "dueTo",
            "fact",
            "evidence",
            "since",
            "design",
            "perMonth",
            "rate",
            "tier",
            "amount",
            "low",
            "high",
            "percent",
            "file",
            "line",
            "column");

    static Stream<Named<PlatformSpec>> every() {
        return Specs.examples().entrySet().stream().map(example -> Named.of(example.getKey(), example.getValue()));
    }

    @ParameterizedTest
    @MethodSource("every")
    void every_key_of_the_contract_is_there_with_a_value_of_its_type(PlatformSpec spec) {
        Comparison comparison = Comparison.of(spec, Facts.bundled(), Designs.all(), DAY, DAY);
        JsonNode document =
                JsonMapper.shared().readTree(ComparisonJson.of(comparison, Origin.of("0.1.0", new byte[] {1})));
        Set<String> faults = new TreeSet<>();

        walk("", CONTRACT, document, faults);

        assertThat(faults).isEmpty();
        assertThat(document.get("designs").size()).isEqualTo(Designs.all().size());
        for (JsonNode design : document.get("designs")) {
            for (String part : Set.of("path", "cells", "limits", "measures")) {
                assertThat(design.get(part).size()).as(part).isPositive();
            }
            for (String part : Set.of("cost", "latency", "availability")) {
                assertThat(design.get(part).get("items").size()).as(part).isPositive();
            }
        }
    }

    private static void walk(String at, JsonNode wanted, JsonNode given, Set<String> faults) {
        if (wanted.isObject()) {
            if (!given.isObject()) {
                faults.add(at + " is no object");
                return;
            }
            wanted.properties().forEach(key -> {
                String place = at + "." + key.getKey();
                JsonNode value = given.get(key.getKey());
                if (value == null) {
                    faults.add(place + " is missing");
                } else if (!value.isNull()) {
                    walk(place, key.getValue(), value, faults);
                } else if (!MAY_BE_NULL.contains(key.getKey())) {
                    faults.add(place + " is null");
                }
            });
        } else if (wanted.isArray()) {
            if (!given.isArray()) {
                faults.add(at + " is no list");
            } else if (!wanted.isEmpty()) {
                given.forEach(each -> walk(at + "[]", wanted.get(0), each, faults));
            }
        } else if (!wanted.isNull() && wanted.getNodeType() != given.getNodeType()) {
            faults.add(at + " is " + given.getNodeType() + ", not " + wanted.getNodeType());
        } else if (wanted.isNull() && !given.isString()) {
            faults.add(at + " is neither a text nor null");
        }
    }
}
