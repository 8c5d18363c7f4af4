package dev.gatehouse.ambassador.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Envoy 1.38.3 with {@code normalize_path} made of these paths. */
class NormalPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\0',
            value = {
                "/ /",
                "/a/../b /b",
                "/a/./b /a/b",
                "/a/b/.. /a/",
                "/a/b/. /a/b/",
                "/%2e%2e/x /x",
                "/a/%2E%2e/b /b",
                "/a%2Fb /a%2Fb",
                "/a%5Cb /a%5Cb",
                "/a\\b /a/b",
                "/%41%62%7E%2D%5F%2Ez /Ab~-_.z",
                "/a//b /a//b",
                "/a///../b /a//b",
                "// //",
                "/.. /",
                "/../.. /",
                "/a/..%2fb /a/..%2fb",
                "/%zz /%zz",
                "/%4 /%4",
                "/% /%",
                "/a%20b /a%20b",
                "/a\"b<c> /a%22b%3Cc%3E",
                "/a{b}|c^`d /a%7Bb%7D%7Cc%5E%60d",
                "/;:@&=+$,!*'() /;:@&=+$,!*'()",
                "/%3B%3a /%3B%3a",
                "/%c3%a9 /%c3%a9",
                "/[x] /[x]",
                "/%7f /%7f",
                "/~ /~",
                "/%25%32%65 /%252e",
                "/... /...",
                "/.a/..b /.a/..b",
                "/a/..;/b /a/..;/b",
                "/a/.%2e/c /c"
            })
    void a_path_is_normalized_as_envoy_does(String sent, String normal) {
        assertThat(NormalPath.readable(sent)).isTrue();
        assertThat(NormalPath.of(sent, false)).contains(normal);
    }

    @ParameterizedTest
    @CsvSource({"/a%00b, true", "/é, false"})
    void what_envoy_answers_400_to_has_no_normal_path(String sent, boolean readable) {
        assertThat(NormalPath.readable(sent)).isEqualTo(readable);
        assertThat(readable && NormalPath.of(sent, false).isPresent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/a//b, /a/b", "///, /"})
    void slashes_are_merged_where_the_module_says_so(String sent, String merged) {
        assertThat(NormalPath.of(sent, true)).contains(merged);
    }
}
