package dev.gatehouse.model.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Specs that are as large as is read, and shaped to make some check slow. */
class HostileSpecTest {
    private static final String HEAD = "schema: gatehouse/platform/1\nname: big\nregion: eu-west-1\n";
    private static final String ENTRIES = "entries:\n  public: { host: models.example.com }\n";
    private static final String MODELS = "models:\n  iris: { service: iris.serving:8080, path: /iris/ }\n";
    private static final String LONG = "x".repeat(3_500_000);

    static Stream<Arguments> specs() {
        Map<String, String> specs = new LinkedHashMap<>();
        specs.put("a long name", HEAD.replace("big", LONG) + ENTRIES + MODELS);
        specs.put("a long unknown key", HEAD + LONG.substring(0, 1000) + ": 1\n" + ENTRIES + MODELS);
        specs.put("a long quoted key", HEAD + "? \"" + LONG + "\"\n: 1\n" + ENTRIES + MODELS);
        specs.put(
                "a long quantity",
                HEAD + ENTRIES + MODELS.replace(" }", ", answers: { at-most: " + "9".repeat(3_000_000) + " } }"));
        specs.put("a long count", HEAD + "zones: " + "9".repeat(3_000_000) + "\n" + ENTRIES + MODELS);
        specs.put("a path of many parts", HEAD + ENTRIES + MODELS.replace("/iris/", "/a".repeat(1_000)));
        specs.put(
                "a property of many parts",
                HEAD + ENTRIES + MODELS + "patches:\n  - { resource: A, reason: b, set: { " + "a.".repeat(400)
                        + ": 1 } }\n");
        specs.put("many unknown keys", HEAD + ENTRIES + MODELS + many(8_000, "mdoels%d: 1\n"));
        specs.put(
                "many models on one path",
                HEAD + ENTRIES + "models:\n" + many(5_000, "  m%d: { service: m.ns:1, path: /m }\n"));
        specs.put(
                "many models told apart by a header",
                HEAD + ENTRIES + "models:\n"
                        + many(3_000, "  m%d: { service: m.ns:1, path: /m, headers: { x-model: m%d } }\n"));
        specs.put("many entries", HEAD + "entries:\n" + many(6_000, "  e%d: { host: e%d.example.com }\n") + MODELS);
        specs.put(
                "many blocks that overlap",
                HEAD + ENTRIES + MODELS + "require:\n  fixed-address:\n" + many(8_000, "    - { on: [public] }\n"));
        specs.put(
                "many private paths",
                HEAD + ENTRIES + MODELS + "require:\n  private-admin: { paths: [" + "/iris/, ".repeat(40_000)
                        + "/metrics] }\n");
        specs.put(
                "many subnets",
                HEAD + "network:\n  existing:\n    vpc: vpc-0a1b2c3d\n    private:\n"
                        + many(6_000, "      - { subnet: subnet-%d, range: 10.0.0.0/24 }\n") + ENTRIES + MODELS);
        specs.put(
                "many names of entries",
                HEAD + ENTRIES + MODELS.replace(" }", ", entries: [" + "public, ".repeat(60_000) + "public] }"));
        specs.put(
                "an alias in every model",
                HEAD + ENTRIES + "models:\n  m: &m { service: m.ns:1, path: /m }\n" + many(6_000, "  m%d: *m\n"));
        return specs.entrySet().stream().map(spec -> Arguments.of(spec.getKey(), spec.getValue()));
    }

    private static String many(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specs")
    void is_read_or_refused_in_time(String name, String spec) {
        byte[] bytes = spec.getBytes(UTF_8);

        SpecReading reading =
                assertTimeoutPreemptively(Duration.ofSeconds(15), () -> SpecReader.read("big.yaml", bytes));

        assertThat(reading.findings()).as(name).hasSizeBetween(1, 100_000);
        assertThat(reading.findings())
                .allSatisfy(finding -> assertThat(
                                finding.what().length() + finding.fix().length())
                        .isLessThan(10_000));
    }
}
