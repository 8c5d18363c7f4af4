package dev.gatehouse.aws;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.testing.Specs;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllPathsTest {
    @Test
    void t() {
        long t0 = System.nanoTime();
        int[] n = {0};
        Map<String, Integer> errors = new TreeMap<>();
        DesignSpace.of(Facts.bundled()).designs().forEach(d -> Specs.byName().forEach((name, spec) -> {
            n[0]++;
            try {
                Generated.of(name, d, spec);
            } catch (RuntimeException e) {
                String first = "";
                for (var el : e.getStackTrace()) { if (el.getClassName().startsWith("dev.gatehouse")) { first += " " + el.getClassName().replaceAll(".*\\.", "") + ":" + el.getLineNumber(); if (first.length() > 120) break; } }
                errors.merge(d.id() + " // " + String.valueOf(e.getMessage()).replaceAll("which exports.*", "") + first, 1, Integer::sum);
            }
        }));
        System.out.println(n[0] + " in " + (System.nanoTime() - t0) / 1_000_000 + " ms");
        errors.forEach((k, v) -> System.out.println(v + " " + k));
    }
}
