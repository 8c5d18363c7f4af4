package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every block of Java in the repository's pages: a page that lies fails the build. */
class DocumentedJavaTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\n");

    @TempDir
    private Path classes;

    static Stream<Named<String>> everyBlock() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT, 3)) {
            return pages
                    .filter(page ->
                            page.toString().endsWith(".md") && !page.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(page -> blocks(page)
                            .map(block -> Named.of(ROOT.relativize(page).toString(), block)));
        }
    }

    private static Stream<String> blocks(Path page) {
        try {
            List<MatchResult> found =
                    BLOCK.matcher(Files.readString(page)).results().toList();
            return found.stream().map(match -> match.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("everyBlock")
    void compiles(String block) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();

        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(source(block)))
                .call();

        assertThat(compiled).as(messages.toString()).isTrue();
    }

    /** Statements become the body of a method; imports stand in front. */
    private static JavaFileObject source(String block) {
        String imports = String.join(
                "", IMPORT.matcher(block).results().map(MatchResult::group).toList());
        String code = imports + "class Documented { void run() throws Exception {\n"
                + IMPORT.matcher(block).replaceAll("") + "\n} }";
        return new SimpleJavaFileObject(URI.create("string:///Documented.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
