package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodePointsTest {
    /** The units at which orders by unit and by code point part, lone surrogates among them. */
    private static final List<String> UNITS = List.of(
            "a", "Z", "_", "~", "\u007f", "\u00e9", "\ud7ff", "\ud800", "\udbff", "\udc00", "\udfff", "\ue000",
            "\uffff");

    static Stream<String> texts() {
        return Stream.concat(
                Stream.of(""),
                UNITS.stream()
                        .flatMap(a -> Stream.concat(Stream.of(a), UNITS.stream().map(b -> a + b))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void texts_are_ordered_by_their_first_differing_code_point(String a) {
        texts().forEach(b -> {
            int[] left = a.codePoints().toArray();
            int[] right = b.codePoints().toArray();
            assertThat(Integer.signum(CodePoints.ORDER.compare(a, b)))
                    .as("%s and %s", escaped(a), escaped(b))
                    .isEqualTo(Integer.signum(java.util.Arrays.compare(left, right)));
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void each_unusual_code_point_becomes_one_underscore(String text) {
        assertThat(CodePoints.underscored(text)).isEqualTo(text.replaceAll("[^0-9A-Za-z_]", "_"));
    }

    @Test
    void spaces_and_controls_are_not_visible() {
        assertThat(CodePoints.areVisibleAscii("https://fraud.serving:8443/~")).isTrue();
        assertThat(Stream.of("a b", "a\t", "\n", "\u007f", "\u00e9", "\ud83d\ude00"))
                .noneMatch(CodePoints::areVisibleAscii);
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("%04x"::formatted).toList().toString();
    }
}
