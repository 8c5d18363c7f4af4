package dev.gatehouse.ambassador.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {
    /** Texts that some version of YAML reads as something else, and every printable and unprintable character. */
    static Stream<String> texts() {
        Stream<String> awkward = Stream.of(
                "",
                " ",
                "on",
                "Off",
                "YES",
                "n",
                "null",
                "~",
                "true",
                "1",
                "0x1f",
                "1e3",
                "12:30",
                "1.0",
                ".5",
                "-",
                "- a",
                "a: b",
                "a #b",
                "#",
                "*",
                "&a",
                "!tag",
                "%",
                "@",
                "`",
                "[a]",
                "{a}",
                "a,b",
                "? a",
                "|",
                ">",
                "'",
                "\"",
                "\\",
                "a\nb",
                "\t",
                "a:",
                ":a",
                "h2,http/1.1",
                "0.72s",
                "https://fraud.serving:8443",
                "/v2/models/fraud/",
                "=",
                "<<");
        return Stream.concat(awkward, IntStream.range(1, 0x3000).mapToObj(Character::toString));
    }

    @Test
    void every_text_is_read_back_as_it_was() {
        for (String text : texts().toList()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("a", text);
            object.put("b", List.of(text, "end"));
            object.put("c", List.of(Map.of("d", text)));

            assertThat(read(YamlText.of("title", object, Map.of())))
                    .as("%s", text)
                    .isEqualTo(object);
        }
    }

    @ParameterizedTest
    @MethodSource("yaml11")
    void what_YAML_1_1_takes_for_something_else_is_quoted(String text) {
        assertThat(Scalars.text(text)).startsWith("\"").endsWith("\"");
    }

    static Stream<String> yaml11() {
        return Stream.of("on", "Off", "yes", "NO", "y", "N", "true", "null", "~", "12:30", "1_000", "0b1", "0777", "=");
    }

    @Test
    void nested_objects_and_lists_are_read_back_in_their_order() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", List.of(Map.of("x", List.of(1, 2)), Map.of("y", Map.of())));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("second", inner);
        object.put("first", List.of());
        object.put("flag", true);
        object.put("long", IntStream.range(0, 40).boxed().toList());

        Object read = read(YamlText.of("title", object, Map.of()));

        assertThat(read).isEqualTo(object);
        assertThat(new ArrayList<>(((Map<?, ?>) read).keySet())).hasToString("[second, first, flag, long]");
    }

    @Test
    void a_comment_stands_behind_its_setting() {
        Map<String, Object> object = Map.of("spec", Map.of("timeout_ms", 120_000));

        assertThat(YamlText.of("title", object, Map.of(List.of("spec", "timeout_ms"), "streams at most 2 min")))
                .isEqualTo("# title\nspec:\n  timeout_ms: 120000  # streams at most 2 min\n");
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
