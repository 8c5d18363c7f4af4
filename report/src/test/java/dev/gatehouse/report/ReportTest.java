package dev.gatehouse.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder of a report. */
final class ReportTest {
    private static final Facts FACTS = Facts.bundled();
    private static final Pattern LINK = Pattern.compile("(?: href=\"|\\]\\()([^\"#):]+)[\")]");

    @TempDir
    private Path folder;

    static Stream<Named<PlatformSpec>> every_example() {
        return Specs.examples().entrySet().stream().map(spec -> Named.of(spec.getKey(), spec.getValue()));
    }

    private static SortedMap<String, String> report(Comparison comparison) {
        return Report.of(comparison, FACTS, Samples.ORIGIN).files();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void has_every_file_of_the_contract(PlatformSpec spec) {
        SortedMap<String, String> files = report(Comparisons.of(spec));

        assertThat(files)
                .containsKeys("index.html", "comparison.md", "comparison.json", "decision.md", "findings.json");
        for (String design : Designs.ids()) {
            String own = "designs/" + design + "/";
            assertThat(files)
                    .containsKeys(own + "diagram.svg", own + "README.md", own + "kubernetes/kustomization.yaml");
            assertThat(files.keySet()).anyMatch(name -> name.matches(Pattern.quote(own) + "aws/[0-9]{2}-.*\\.yaml"));
        }
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void every_link_leads_to_a_file_of_the_report(PlatformSpec spec) {
        SortedMap<String, String> files = report(Comparisons.of(spec));

        files.forEach((name, text) -> {
            if (name.endsWith(".html") || name.endsWith(".md")) {
                String own = name.substring(0, name.lastIndexOf('/') + 1);
                assertThat(links(text))
                        .as(name)
                        .allSatisfy(link -> assertThat(files).containsKey(own + link));
            }
        });
    }

    private static List<String> links(String text) {
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void the_same_spec_gives_the_same_bytes(PlatformSpec spec) {
        assertThat(report(Comparisons.of(spec))).isEqualTo(report(Comparisons.of(spec)));
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void generated_files_are_of_today_whatever_the_day_compared(PlatformSpec spec) {
        assertThat(generated(report(Comparisons.then(spec)))).isEqualTo(generated(report(Comparisons.of(spec))));
    }

    private static Map<String, String> generated(SortedMap<String, String> files) {
        Map<String, String> generated = new TreeMap<>(files);
        generated.keySet().removeIf(name -> !name.contains("/aws/") && !name.contains("/kubernetes/"));
        assertThat(generated).isNotEmpty();
        return generated;
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void a_guide_deploys_every_stack_once_and_in_order(PlatformSpec spec) {
        SortedMap<String, String> files = report(Comparisons.of(spec));

        for (String design : Designs.ids()) {
            String own = "designs/" + design + "/";
            List<String> stacks = files.keySet().stream()
                    .filter(name -> name.startsWith(own + "aws/"))
                    .map(name -> name.substring(own.length()))
                    .toList();
            String guide = files.getOrDefault(own + "README.md", "");

            assertThat(Pattern.compile("--template-file (\\S+)")
                            .matcher(guide)
                            .results()
                            .map(found -> found.group(1)))
                    .containsExactlyElementsOf(stacks);
            assertThat(guide).contains("kubectl apply -k kubernetes");
        }
    }

    @Test
    void is_written_and_replaced_as_a_whole() throws IOException {
        Path target = folder.resolve("report");
        Report report = Report.of(Comparisons.of(Specs.iris()), FACTS, Samples.ORIGIN);
        Report.of(Comparisons.of(Specs.riskModels()), FACTS, Samples.ORIGIN).write(target);

        report.write(target);

        report.files().forEach((name, text) -> assertThat(target.resolve(name)).hasContent(text));
        try (Stream<Path> below = Files.walk(target)) {
            assertThat(below.filter(Files::isRegularFile))
                    .hasSize(report.files().size() + 1);
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(target);
        }
    }

    @Test
    void tells_what_it_works_on() {
        List<String> steps = new ArrayList<>();

        Report.of(Comparisons.of(Specs.iris()), FACTS, Samples.ORIGIN)
                .withProgress(steps::add)
                .write(folder.resolve("report"));

        assertThat(steps)
                .contains("generating nlb-ambassador")
                .hasSize(2 + Designs.ids().size());
    }

    @Test
    void a_folder_of_somebody_else_is_refused_before_anything_is_worked_out() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine", UTF_8);
        List<String> steps = new ArrayList<>();

        assertThatThrownBy(() -> Report.of(Comparisons.of(Specs.iris()), FACTS, Samples.ORIGIN)
                        .withProgress(steps::add)
                        .write(folder))
                .isInstanceOf(InvalidInputException.class);

        assertThat(steps).isEmpty();
        assertThat(folder.resolve("thesis.txt")).hasContent("mine");
    }
}
