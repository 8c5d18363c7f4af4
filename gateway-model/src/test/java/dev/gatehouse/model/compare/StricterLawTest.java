package dev.gatehouse.model.compare;

import static dev.gatehouse.model.spec.Requirements.availability;
import static dev.gatehouse.model.spec.Requirements.byAddress;
import static dev.gatehouse.model.spec.Requirements.encrypted;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.jwt;
import static dev.gatehouse.model.spec.Requirements.monthlyCost;
import static dev.gatehouse.model.spec.Requirements.mutualTls;
import static dev.gatehouse.model.spec.Requirements.privateAdmin;
import static dev.gatehouse.model.spec.Requirements.rateLimit;
import static dev.gatehouse.model.spec.Requirements.webFirewall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Encrypted;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Load;
import dev.gatehouse.model.spec.ModelBuilder;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Promise;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stricter requirement never keeps more: every row has a list of platforms that differ in what that row is asked,
 * each stricter than the one before, and no legal path answers the stricter one better.
 */
final class StricterLawTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final List<Design> PATHS = DesignSpace.of(FACTS).designs();
    private static final String IDP = "https://idp.example.com";

    /** The row that is asked for more, and the two platforms. */
    record Step(String row, int number, PlatformSpec loose, PlatformSpec strict) {
        @Override
        public String toString() {
            return row + ", step " + number;
        }
    }

    static List<Step> every_step() {
        List<Step> steps = new ArrayList<>();
        asked(steps, "web-firewall", none(), webFirewall(), webFirewall(WebFirewall.UnmatchedBody.BLOCK, Map.of()));
        asked(steps, "fixed-address", none(), fixedAddress());
        asked(steps, "rate-limit", none(), rateLimit(byAddress()));
        asked(steps, "jwt", none(), jwt(IDP, IDP + "/jwks", "models"), privateKeys());
        asked(steps, "mutual-tls", none(), mutualTls("s3://trust/clients.pem"));
        asked(steps, "encrypted", none(), encrypted(Encrypted.Wires.PUBLIC), encrypted(Encrypted.Wires.ALL));
        asked(steps, "private-admin", none(), privateAdmin("/metrics"), privateAdmin("/metrics", "/v2/repository/"));
        asked(
                steps,
                "availability",
                Stream.concat(
                                none().stream(),
                                Stream.of("99", "99.9", "99.95", "99.99", "99.999")
                                        .map(percent -> availability(Share.ofPercent(new BigDecimal(percent)))))
                        .map(List::of));
        asked(
                steps,
                "monthly-cost",
                Stream.of(20_000L, 5_000L, 1_000L, 500L, 200L, 1L)
                        .map(dollars -> List.of(monthlyCost(Money.ofDollars(dollars)))));
        served(
                steps,
                "answers",
                Stream.of(1L, 29L, 30L, 60L, 61L, 120L, 300L, 301L, 350L, 351L, 900L, 4_000L, 7_200L)
                        .map(seconds -> iris().answers(Models.atMost(Duration.ofSeconds(seconds)))
                                .load(usual())));
        served(
                steps,
                "stream",
                Stream.of(5L, 29L, 60L, 300L, 351L, 900L, 5_000L)
                        .map(seconds -> iris().stream(
                                        Duration.ofSeconds(seconds),
                                        Duration.ofSeconds(seconds),
                                        Duration.ofSeconds(2 * seconds))
                                .load(usual())));
        served(
                steps,
                "payload",
                Stream.of(1L, 17L, 257L, 1_100L, 7_000L, 10_500L, 11_000L, 60_000L)
                        .map(kilobytes -> iris().load(Models.load(
                                Models.perSecond(20),
                                Models.perSecond(100),
                                Models.kilobytes(kilobytes),
                                Models.kilobytes(kilobytes)))));
        served(steps, "concurrency", peaks());
        served(steps, "throttle", peaks());
        served(steps, "canary", Stream.of(iris().load(usual()), canary()));
        served(steps, "canary-pin", Stream.of(canary(), canary().pin("x-cohort", "v2")));
        served(
                steps,
                "shadow",
                Stream.of(
                        iris().load(usual()),
                        iris().load(usual()).shadow("iris-v2.serving", 8080, Models.percent(20))));
        return steps;
    }

    @ParameterizedTest
    @MethodSource("every_step")
    void no_path_answers_the_stricter_one_better(Step step) {
        for (Design path : PATHS) {
            PathAnswer loose = PathAnswer.of(step.loose(), FACTS, path, TODAY);
            PathAnswer strict = PathAnswer.of(step.strict(), FACTS, path, TODAY);

            assertThat(worst(strict, step.row()))
                    .as(path.id() + " " + step.row())
                    .isGreaterThanOrEqualTo(worst(loose, step.row()));
            assertThat(strict.verdict()).as(path.id()).isGreaterThanOrEqualTo(loose.verdict());
        }
    }

    /** A list that never changes an answer would hold whatever the code does. */
    @Test
    void every_row_but_those_that_every_path_keeps_gets_worse_somewhere() {
        Set<String> worse = every_step().stream()
                .filter(step -> PATHS.stream()
                        .anyMatch(path -> worst(PathAnswer.of(step.strict(), FACTS, path, TODAY), step.row())
                                        .compareTo(worst(PathAnswer.of(step.loose(), FACTS, path, TODAY), step.row()))
                                > 0))
                .map(Step::row)
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(worse)
                .containsAll(every_step().stream()
                        .map(Step::row)
                        .filter(row -> !row.equals("concurrency"))
                        .toList());
    }

    private static State worst(PathAnswer answer, String row) {
        return answer.cells().stream()
                .filter(cell -> cell.row().equals(row))
                .map(Cell::state)
                .reduce(State.NOT_ASKED, State::worse);
    }

    // ---- platforms

    private static List<Promise> none() {
        return List.of();
    }

    private static Promise privateKeys() {
        return jwt(IDP, IDP + "/jwks", Entry.Reach.VPC, "models");
    }

    private static void asked(List<Step> steps, String row, List<Promise> first, Promise... then) {
        asked(steps, row, Stream.concat(Stream.of(first), Stream.of(then).map(List::of)));
    }

    private static void asked(List<Step> steps, String row, Stream<List<Promise>> ever) {
        paired(
                steps,
                row,
                ever.map(promises -> platform(iris().load(usual()))
                        .require(promises.toArray(Promise[]::new))
                        .build()));
    }

    private static void served(List<Step> steps, String row, Stream<ModelBuilder> ever) {
        paired(
                steps,
                row,
                ever.map(model ->
                        platform(model).require(webFirewall(), fixedAddress()).build()));
    }

    private static void paired(List<Step> steps, String row, Stream<PlatformSpec> ever) {
        List<PlatformSpec> specs = ever.toList();
        IntStream.range(1, specs.size()).forEach(at -> steps.add(new Step(row, at, specs.get(at - 1), specs.get(at))));
    }

    private static Stream<ModelBuilder> peaks() {
        return Stream.of(50L, 1_000L, 9_000L, 11_000L, 40_000L)
                .map(peak -> iris().load(Models.load(
                        Models.perSecond(20), Models.perSecond(peak), Models.kilobytes(1), Models.kilobytes(1))));
    }

    private static ModelBuilder canary() {
        return iris().load(usual()).canary("iris-v2.serving", 8080, Models.percent(10));
    }

    private static ModelBuilder iris() {
        return Models.model("iris").service("iris.serving", 8080).path("/v2/models/iris/");
    }

    private static Load usual() {
        return Models.load(Models.perSecond(20), Models.perSecond(100), Models.kilobytes(100), Models.kilobytes(1));
    }

    private static SpecBuilder platform(ModelBuilder model) {
        return PlatformSpec.named("strict")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.example.com"))
                .entry(Entries.entry("inside").host("models.internal.example").reach(Entry.Reach.VPC))
                .plan(Entries.plan("all", Models.perSecond(50), 100).asDefault())
                .model(model.entries("public", "inside"));
    }
}
