package dev.gatehouse.model.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileYamlTest {
    static Stream<Arguments> hostile() {
        Map<String, Arguments> files = new LinkedHashMap<>();
        files.put("alias bomb of lists", hostile(bomb("[", "]", 12), ReadRules.TOO_MANY_VALUES));
        files.put("alias bomb of mappings", hostile(bomb("{ k0: 1, k1: ", " }", 60), ReadRules.TOO_MANY_VALUES));
        files.put("a hundred megabytes", Arguments.of(filled(100_000_000, (byte) 'a'), ReadRules.TOO_LARGE));
        files.put("a hundred thousand lists", hostile("[".repeat(100_000), ReadRules.TOO_DEEP));
        files.put("a hundred thousand mappings", hostile("{a: ".repeat(100_000), ReadRules.TOO_DEEP));
        files.put("a hundred thousand dashes", hostile("- ".repeat(100_000) + "a", ReadRules.TOO_DEEP));
        files.put("a hundred thousand question marks", hostile("? ".repeat(100_000) + "a", ReadRules.TOO_DEEP));
        files.put("too many values", hostile("- a\n".repeat(300_000), ReadRules.TOO_MANY_VALUES));
        files.put("key twice", hostile("a: 1\nb: 2\na: 3\n", ReadRules.DUPLICATE_KEY));
        files.put("key twice in JSON", hostile("{\"a\": 1, \"a\": 2}", ReadRules.DUPLICATE_KEY));
        files.put("tab that indents", hostile("a:\n\tb: 1\n", ReadRules.SYNTAX));
        files.put("UTF-16 with a mark", Arguments.of("a: 1\n".getBytes(UTF_16), ReadRules.ENCODING));
        files.put("UTF-16 little-endian", Arguments.of("a: 1\n".getBytes(UTF_16LE), ReadRules.ENCODING));
        files.put("UTF-16 big-endian", Arguments.of("a: 1\n".getBytes(UTF_16BE), ReadRules.ENCODING));
        files.put("Latin-1", Arguments.of("a: Kostentr\u00e4ger\n".getBytes(ISO_8859_1), ReadRules.ENCODING));
        files.put(
                "cut in the middle of a character",
                Arguments.of(new byte[] {'a', ':', (byte) 0xC3}, ReadRules.ENCODING));
        files.put("overlong encoding", Arguments.of(new byte[] {'a', (byte) 0xC0, (byte) 0xAF}, ReadRules.ENCODING));
        files.put(
                "half of a pair", Arguments.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, ReadRules.ENCODING));
        files.put("NUL", hostile("a: b\u0000c\n", ReadRules.ENCODING));
        files.put("delete", hostile("a: b\u007Fc\n", ReadRules.SYNTAX));
        files.put("bell", hostile("a: b\u0007c\n", ReadRules.ENCODING));
        files.put(
                "tag of another language",
                hostile("a: !!javax.script.ScriptEngineManager [b]\n", ReadRules.UNKNOWN_TAG));
        files.put("tag of one's own", hostile("a: !Ref b\n", ReadRules.UNKNOWN_TAG));
        files.put("binary", hostile("a: !!binary aGVsbG8=\n", ReadRules.UNKNOWN_TAG));
        files.put("list as a key", hostile("? [a, b]\n: c\n", ReadRules.KEY_NOT_SCALAR));
        files.put("alias of itself", hostile("&a [*a]\n", ReadRules.SYNTAX));
        files.put("alias of nothing", hostile("a: *b\n", ReadRules.SYNTAX));
        files.put("open quote", hostile("a: \"b\n", ReadRules.SYNTAX));
        files.put("open bracket", hostile("a: [b\n", ReadRules.SYNTAX));
        files.put("YAML of another version", hostile("%YAML 2.0\n---\na: b\n", ReadRules.SYNTAX));
        files.put("tag of an unknown handle", hostile("a: !e!x b\n", ReadRules.SYNTAX));
        files.put("bad escape", hostile("a: \"\\q\"\n", ReadRules.SYNTAX));
        return files.entrySet().stream()
                .map(file -> Arguments.of(
                        file.getKey(), file.getValue().get()[0], file.getValue().get()[1]));
    }

    private static Arguments hostile(String text, RuleId rule) {
        return Arguments.of(text.getBytes(UTF_8), rule);
    }

    private static String bomb(String open, String close, int levels) {
        StringBuilder text = new StringBuilder("l0: &l0 " + open + "x" + close + "\n");
        for (int level = 1; level <= levels; level++) {
            String alias = "*l" + (level - 1);
            String items = open.startsWith("[")
                    ? String.join(",", java.util.Collections.nCopies(10, alias + " "))
                    : alias + " , k2: " + alias;
            text.append("l")
                    .append(level)
                    .append(": &l")
                    .append(level)
                    .append(" ")
                    .append(open)
                    .append(items)
                    .append(close)
                    .append("\n");
        }
        return text.toString();
    }

    private static byte[] filled(int size, byte with) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, with);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void gets_a_finding_in_time(String name, byte[] bytes, RuleId rule) {
        Documents documents = assertTimeoutPreemptively(
                Duration.ofSeconds(3), () -> YamlReader.read("hostile.yaml", bytes, Limits.BY_HAND));

        assertThat(documents.findings()).as(name).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.place().file()).isEqualTo("hostile.yaml");
            assertThat(finding.fix()).isNotBlank();
            assertThat(finding.what() + finding.why() + finding.fix()).doesNotContain("\n");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void gets_the_same_finding_where_more_is_read(String name, byte[] bytes, RuleId rule) {
        if (rule.equals(ReadRules.TOO_MANY_VALUES) && name.startsWith("too many")) {
            return;
        }

        Documents documents = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> YamlReader.read("hostile.yaml", bytes, Limits.GENEROUS));

        assertThat(documents.findings())
                .as(name)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(rule));
    }

    @Test
    void the_place_of_a_wrong_byte_is_where_it_stands() {
        byte[] bytes = "a: 1\nbc: \u00e4\n".getBytes(ISO_8859_1);

        assertThat(YamlReader.read("f", bytes).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo(new Place("f", 2, 5)));
    }

    @Test
    void huge_scalars_are_text_like_others() {
        String text = "a: " + "x".repeat(3_000_000) + "\n";

        Documents documents = assertTimeoutPreemptively(
                Duration.ofSeconds(3), () -> YamlReader.read("f", text.getBytes(UTF_8), Limits.BY_HAND));

        assertThat(documents.findings()).isEmpty();
        assertThat(documents.roots()).hasSize(1);
    }

    @Test
    void a_byte_order_mark_and_the_tags_of_the_core_schema_are_no_findings() {
        byte[] bytes = "\uFEFFa: !!str 12\nb: !!int \"12\"\nc: ! 12\nd: !!seq [x]\n".getBytes(UTF_8);

        Documents documents = YamlReader.read("f", bytes);

        assertThat(documents.findings()).isEmpty();
        MappingNode root = (MappingNode) documents.roots().get(0);
        assertThat(List.of("a", "b", "c"))
                .extracting(key -> ((ScalarNode) root.get(key).orElseThrow()).kind())
                .containsExactly(ScalarNode.Kind.TEXT, ScalarNode.Kind.INTEGER, ScalarNode.Kind.TEXT);
    }

    @Test
    void many_documents_keep_their_order() {
        String text =
                IntStream.range(0, 1000).mapToObj(i -> "---\nn: " + i + "\n").reduce("", String::concat);

        Documents documents = YamlReader.read("f", text.getBytes(UTF_8));

        assertThat(documents.roots()).hasSize(1000);
        assertThat(((ScalarNode) ((MappingNode) documents.roots().get(999))
                                .get("n")
                                .orElseThrow())
                        .text())
                .isEqualTo("999");
    }
}
