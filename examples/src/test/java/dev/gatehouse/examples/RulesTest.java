package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of the code has a line in docs/rules.md, and every line is of a rule. */
class RulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern IN_CODE = Pattern.compile("\"(GH-[0-9]{3})\"");
    private static final Pattern IN_PAGE = Pattern.compile("(?m)^\\| (GH-[0-9]{3}) \\|");

    @Test
    void the_page_has_the_rules_of_the_code_in_order() throws IOException {
        List<String> lines = all(IN_PAGE, Files.readString(ROOT.resolve("docs/rules.md")));

        assertThat(lines).doesNotHaveDuplicates().isSorted();
        assertThat(lines).containsExactlyElementsOf(rulesOfTheCode());
    }

    private static List<String> rulesOfTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(path -> Files.isDirectory(path.resolve("src/main/java")))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        code.append(Files.readString(file));
                    }
                }
            }
        }
        return all(IN_CODE, code.toString()).stream().distinct().sorted().toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
