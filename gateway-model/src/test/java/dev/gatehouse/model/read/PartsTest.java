package dev.gatehouse.model.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartsTest {
    private static final int MANY = 4000;

    /** Texts in which a careless cut would change what is read. */
    static Stream<String> texts() {
        String plain = repeated("kind: Mapping\nmetadata: { name: model-%d }\nspec: { prefix: /a/ }\n");
        return Stream.of(
                plain,
                plain.replace("\n", "\r\n"),
                plain.replace("---\n", "--- # the next\n"),
                plain.replace("---\n", "...\n---\n"),
                repeated("text: |\n  a\n  ---\n  b %d\n"),
                repeated("text: \"a\n  --- b %d\"\n"),
                repeated("---word: %d\nother: 1\n"),
                repeated("- &a { x: %d }\n- *a\n"),
                repeated("%%%d: directive in name only\n").replace("%0", "x"),
                "%YAML 1.2\n---\n"
                        + repeated("a: %d\nb: some text that fills the line\n")
                                .replace("---\n", "...\n%YAML 1.2\n---\n"),
                plain + "---\nkind: [unclosed\n",
                plain.replace("name: model-2000 ", "name: model-2000, name: twice "),
                repeated("a: *nobody\nb: %d some text that fills the line\n"));
    }

    private static String repeated(String document) {
        return IntStream.range(0, MANY).mapToObj(document::formatted).collect(Collectors.joining("---\n"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void parts_are_the_text_and_count_the_lines_before_them(String text) {
        for (int most = 1; most < 6; most++) {
            List<Parts.Part> parts = Parts.of(text, most);

            assertThat(parts.stream().map(Parts.Part::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(parts).hasSizeBetween(1, most);
            StringBuilder before = new StringBuilder();
            for (Parts.Part part : parts) {
                assertThat(part.linesBefore()).isEqualTo((int)
                        before.chars().filter(each -> each == '\n').count());
                before.append(part.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_long_file_reads_as_its_documents_do_one_by_one(String text) {
        Documents whole = YamlReader.read("all.yaml", text);

        List<String> shapes = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        NodeBuilder alone = alone(text);
        alone.documents().roots().forEach(root -> shapes.add(root.toString() + root.place()));
        findings.addAll(alone.documents().findings());
        assertThat(whole.roots().stream().map(root -> root.toString() + root.place()))
                .isEqualTo(shapes);
        assertThat(whole.findings()).isEqualTo(findings);
    }

    private static NodeBuilder alone(String text) {
        return YamlReader.parse("all.yaml", new Parts.Part(text, 0), Limits.GENEROUS);
    }

    @Test
    void values_are_counted_over_all_parts() {
        String text = repeated("a: %d\nb: some text that fills the line\n");

        Documents read = YamlReader.read(
                "all.yaml",
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new Limits(Integer.MAX_VALUE, 100, 4 * MANY - 1));

        assertThat(read.findings()).extracting(Finding::rule).containsExactly(ReadRules.TOO_MANY_VALUES);
    }
}
