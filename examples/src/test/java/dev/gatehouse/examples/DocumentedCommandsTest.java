package dev.gatehouse.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every {@code $ ./gatehouse …} of the documentation and compares what it prints with what the page says, so that
 * pages are run and not remembered. {@code -Dgolden.update=true} rewrites outputs that have no {@code …}.
 */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String US = "./gatehouse ";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder = Path.of("");

    private int status;

    static Stream<Path> everyPage() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.find(
                ROOT, 2, (file, is) -> isPage(file) && !ROOT.relativize(file).startsWith("docs"))) {
            top.forEach(pages::add);
        }
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(DocumentedCommandsTest::isPage).forEach(pages::add);
        }
        return pages.stream().map(ROOT::relativize).sorted();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void prints_what_the_page_says(Path name) throws IOException {
        linkTheRepository();
        ConsolePage page = ConsolePage.read(ROOT.resolve(name));
        SoftAssertions all = new SoftAssertions();
        Map<ConsolePage.Command, String> changed = new TreeMap<>(
                java.util.Comparator.comparing(ConsolePage.Command::line).reversed());
        for (ConsolePage.Command command : page.commands()) {
            String printed = printed(command);
            if (printed.isEmpty() && !isOurs(command)) {
                continue;
            }
            if (!command.isMetBy(printed) && command.isExact() && Boolean.getBoolean("golden.update")) {
                changed.put(command, printed);
                continue;
            }
            all.assertThat(command.isMetBy(printed))
                    .as(
                            "%s:%d: $ %s%n--- the page says%n%s%n--- it prints%n%s",
                            name, command.line(), command.text(), String.join("\n", command.output()), printed)
                    .isTrue();
            if (command.output().isEmpty()) {
                all.assertThat(status)
                        .as("%s:%d: $ %s%n%s", name, command.line(), command.text(), printed)
                        .isIn(0, 1);
            }
        }
        rewrite(page, changed);
        all.assertAll();
    }

    @Test
    void tells_what_a_page_says_from_what_it_does_not() {
        ConsolePage.Command command =
                new ConsolePage.Command(1, "x", 1, List.of("begin", "…", "2 … of 3 (a.b)", "end"));

        assertThat(command.isMetBy("begin\n2 things of 3 (a.b)\nend\n")).isTrue();
        assertThat(command.isMetBy("begin\nmore\nand more  \n2 things of 3 (a.b)\nend\n"))
                .isTrue();
        assertThat(command.isMetBy("begin\n2 things of 3 (aXb)\nend\n")).isFalse();
        assertThat(command.isMetBy("begin\n2 things of 3 (a.b)\nend\nmore\n")).isFalse();
        assertThat(command.isExact()).isFalse();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file);
    }

    private static boolean isOurs(ConsolePage.Command command) {
        return command.text().startsWith(US) && !command.text().contains(" | ");
    }

    /** What a command prints on a terminal: data and messages. Nothing if it is not ours. */
    private String printed(ConsolePage.Command command) throws IOException {
        if (command.text().equals("echo $?")) {
            return status + "\n";
        }
        return isOurs(command) ? run(words(command.text().substring(US.length()))) : "";
    }

    private String run(List<String> words) throws IOException {
        List<String> args = new ArrayList<>(words);
        InputStream in = InputStream.nullInputStream();
        int from = args.indexOf("<");
        if (from >= 0) {
            in = Files.newInputStream(folder.resolve(args.get(from + 1)));
            args.subList(from, from + 2).clear();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int to = args.indexOf(">");
        Path target = to >= 0 ? folder.resolve(args.get(to + 1)) : folder;
        if (to >= 0) {
            args.subList(to, to + 2).clear();
        }
        Surroundings around = Surroundings.of(in, to >= 0 ? data : out, out, folder, TODAY)
                .withEnvironment(Map.of("GATEHOUSE_LOAD_CLASS_PATH", System.getProperty("java.class.path")));
        status = Gatehouse.run(args, around);
        if (to >= 0) {
            Files.write(target, data.toByteArray());
        }
        return ConsolePage.normal(out.toString(UTF_8));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            words.add(matcher.group(group));
        }
        return words;
    }

    /** A folder in which the repository's files are seen, and what commands write goes nowhere else. */
    private void linkTheRepository() throws IOException {
        for (String name : List.of("examples", "docs")) {
            Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
        }
    }

    private static void rewrite(ConsolePage page, Map<ConsolePage.Command, String> changed) throws IOException {
        List<String> lines = new ArrayList<>(page.lines());
        changed.forEach((command, printed) -> {
            lines.subList(command.from(), command.from() + command.output().size())
                    .clear();
            lines.addAll(command.from(), printed.lines().toList());
        });
        if (!changed.isEmpty()) {
            Files.write(page.file(), lines, UTF_8);
        }
    }
}
