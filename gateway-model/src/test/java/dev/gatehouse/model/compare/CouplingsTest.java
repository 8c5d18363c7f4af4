package dev.gatehouse.model.compare;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Entries.plan;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static dev.gatehouse.model.spec.Requirements.byAddress;
import static dev.gatehouse.model.spec.Requirements.byConsumer;
import static dev.gatehouse.model.spec.Requirements.encrypted;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.jwt;
import static dev.gatehouse.model.spec.Requirements.mutualTls;
import static dev.gatehouse.model.spec.Requirements.rateLimit;
import static dev.gatehouse.model.spec.Requirements.webFirewall;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Encrypted;
import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination of the promises that single hops keep, of where the entry is reached from, and of one entry of
 * {@code keepers:}, on each of the five designs, against a table that was written by hand from the facts. Every
 * combination needs a row, and every row a combination.
 */
final class CouplingsTest {
    private static final Path TABLE = Path.of("src/test/resources/dev/gatehouse/model/compare/couplings.txt");
    private static final List<String> SHORT = List.of("1", "2", "3", "4a", "4b");
    private static final Facts FACTS = Facts.bundled();
    private static final Set<Integer> USED = new TreeSet<>();

    /** One combination: what is asked of one entry, and who shall keep it. */
    private record Asked(Reach reach, Set<String> words, String keeperOf, String keeper) {
        boolean has(String word) {
            return words.contains(word);
        }

        String value(String key) {
            return words.stream()
                    .filter(word -> word.startsWith(key + "="))
                    .map(word -> word.substring(key.length() + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    /** One line of the table. */
    private record Row(
            int line,
            String promise,
            Set<String> designs,
            String reach,
            List<String> asked,
            String keepers,
            String keeper,
            int yours,
            String because) {
        boolean fits(Asked combination, String word) {
            return promise.equals(word)
                    && asked.stream()
                            .allMatch(each ->
                                    each.startsWith("!") ? !combination.has(each.substring(1)) : combination.has(each))
                    && fitsKeepers(combination);
        }

        private boolean fitsKeepers(Asked combination) {
            if (keepers.equals("*")) {
                return true;
            }
            if (keepers.equals("free")) {
                return !combination.keeperOf().equals(promise);
            }
            int sign = keepers.indexOf('=');
            return combination.keeperOf().equals(sign == 0 ? promise : keepers.substring(0, sign))
                    && List.of(keepers.substring(sign + 1).split(",")).contains(combination.keeper());
        }
    }

    /** What became of a promise. */
    private record Came(String word, String keeper, long yours, String because) {}

    static Stream<Arguments> everyDesignAndReach() {
        return SHORT.stream()
                .flatMap(design -> Arrays.stream(Reach.values()).map(reach -> Arguments.of(design, reach)));
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndReach")
    void every_combination_is_kept_or_refused_as_the_table_says(String name, Reach reach) {
        Design design = Designs.all().get(SHORT.indexOf(name));
        List<Row> rows = rows(name, reach);
        Set<Row> unused = new LinkedHashSet<>(rows);
        Map<String, Asked> differences = new LinkedHashMap<>();
        int combinations = 0;
        for (Asked asked : everyCombination(reach, kinds(design, reach))) {
            combinations++;
            Topology topology = design.realize(spec(asked), FACTS);
            for (Came came : came(topology)) {
                Optional<Row> row = rows.stream()
                        .filter(each -> each.fits(asked, came.word()))
                        .findFirst();
                row.ifPresent(unused::remove);
                String difference = difference(row, came);
                if (!difference.isEmpty()) {
                    differences.putIfAbsent(difference, asked);
                }
            }
        }

        assertThat(differences).as("of %d combinations", combinations).isEmpty();
        USED.addAll(rows.stream()
                .filter(row -> !unused.contains(row))
                .map(Row::line)
                .toList());
    }

    @AfterAll
    static void every_row_fits_a_combination() {
        assertThat(table().stream().map(Row::line).filter(line -> !USED.contains(line)))
                .as("lines of the table that fit no combination")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndReach")
    void a_keeper_that_is_not_on_the_path_changes_nothing(String name, Reach reach) {
        Design design = Designs.all().get(SHORT.indexOf(name));
        List<HopKind> absent = Components.KINDS.stream()
                .filter(kind -> !kinds(design, reach).contains(kind))
                .toList();
        Set<String> words = words("web-firewall fixed-address jwks=internet mutual-tls by=jwt-claim plans=1");
        List<Came> free = came(design.realize(spec(new Asked(reach, words, "", "")), FACTS));

        assertThat(absent).isNotEmpty();
        for (String promise : promises(words)) {
            for (HopKind kind : absent) {
                Asked asked = new Asked(reach, words, promise, kind.id());
                assertThat(came(design.realize(spec(asked), FACTS)))
                        .as(asked.toString())
                        .isEqualTo(free);
            }
        }
    }

    private static String difference(Optional<Row> row, Came came) {
        if (row.isEmpty()) {
            return "no row for " + came;
        }
        boolean same = row.get().keeper().equals(came.keeper())
                && row.get().yours() == came.yours()
                && came.because().contains(row.get().because());
        return same ? "" : "line " + row.get().line() + " does not say " + came;
    }

    private static List<Came> came(Topology topology) {
        List<Came> came = new ArrayList<>();
        for (Keeping keeping : topology.keepings()) {
            came.add(new Came(
                    keeping.requirement().word(),
                    keeping.uncertain()
                            ? "unknown"
                            : keeping.keeper().map(HopKind::id).orElse("nobody"),
                    yours(keeping.conditions()),
                    keeping.how()));
        }
        new EncryptedQuestion()
                .answer(
                        topology,
                        topology.paths().get(0),
                        topology.spec().models().get(0))
                .ifPresent(answered -> came.add(encryption(answered.outcome())));
        return came;
    }

    private static Came encryption(Outcome outcome) {
        if (outcome instanceof Broken broken) {
            return new Came("encrypted", "broken", 0, broken.why());
        }
        Kept kept = (Kept) outcome;
        return new Came("encrypted", "kept", yours(kept.conditions()), kept.why());
    }

    private static long yours(List<Condition> conditions) {
        return conditions.stream().filter(Condition::isYours).count();
    }

    // ---- the combinations

    private static List<Asked> everyCombination(Reach reach, List<HopKind> kinds) {
        List<Asked> all = new ArrayList<>();
        for (Set<String> words : everyQuestion()) {
            all.add(new Asked(reach, words, "", ""));
            for (String promise : promises(words)) {
                kinds.forEach(kind -> all.add(new Asked(reach, words, promise, kind.id())));
            }
        }
        return all;
    }

    private static List<HopKind> kinds(Design design, Reach reach) {
        Topology topology = design.realize(spec(new Asked(reach, Set.of(), "", "")), FACTS);
        return topology.paths().get(0).hops().stream().map(Hop::kind).toList();
    }

    private static List<String> promises(Set<String> words) {
        return Stream.of("web-firewall", "fixed-address", "rate-limit", "jwt", "mutual-tls")
                .filter(promise -> switch (promise) {
                    case "rate-limit" -> words.stream().anyMatch(word -> word.startsWith("by="));
                    case "jwt" -> words.stream().anyMatch(word -> word.startsWith("jwks="));
                    default -> words.contains(promise);
                })
                .toList();
    }

    private static List<Set<String>> everyQuestion() {
        List<Set<String>> questions = new ArrayList<>();
        for (String firewall : List.of("", "web-firewall")) {
            for (String address : List.of("", "fixed-address")) {
                for (String jwks : List.of("", "jwks=internet", "jwks=vpc")) {
                    for (String certificates : List.of("", "mutual-tls")) {
                        for (String wires : List.of("", "encrypted=public", "encrypted=all")) {
                            limits(jwks, certificates)
                                    .forEach(limit ->
                                            questions.add(words(firewall, address, jwks, certificates, wires, limit)));
                        }
                    }
                }
            }
        }
        return questions;
    }

    /** What can be counted by: a claim needs a token, a certificate needs mutual TLS. */
    private static List<String> limits(String jwks, String certificates) {
        List<String> limits = new ArrayList<>(List.of("", "by=address"));
        for (String plans : List.of(" plans=1", " plans=2")) {
            limits.addAll(List.of("by=api-key" + plans, "by=header" + plans, "by=own-address" + plans));
            if (!jwks.isEmpty()) {
                limits.add("by=jwt-claim" + plans);
            }
            if (!certificates.isEmpty()) {
                limits.add("by=certificate" + plans);
            }
        }
        return limits;
    }

    private static Set<String> words(String... words) {
        Set<String> set = new LinkedHashSet<>();
        for (String word : words) {
            Arrays.stream(word.split(" ")).filter(each -> !each.isEmpty()).forEach(set::add);
        }
        return set;
    }

    private static PlatformSpec spec(Asked asked) {
        SpecBuilder spec = PlatformSpec.named("couplings")
                .region("eu-west-1")
                .entry(entry("it").host("models.example.com").reach(asked.reach()))
                .model(model("iris")
                        .service("https://iris.serving", 8443)
                        .path("/v2/models/iris/")
                        .entries("it")
                        .answers(atMost(ofSeconds(2)))
                        .load(load(perSecond(20), perSecond(100), kilobytes(1), kilobytes(1))));
        if (asked.has("web-firewall")) {
            spec = spec.require(webFirewall().on("it"));
        }
        if (asked.has("fixed-address")) {
            spec = spec.require(fixedAddress().on("it"));
        }
        if (!asked.value("jwks").isEmpty()) {
            Reach keys = asked.has("jwks=vpc") ? Reach.VPC : Reach.INTERNET;
            spec = spec.require(jwt("https://idp.example.com", "https://idp.example.com/jwks", keys, "models")
                    .on("it"));
        }
        if (asked.has("mutual-tls")) {
            spec = spec.require(mutualTls("s3://trust/clients.pem").on("it"));
        }
        if (!asked.value("encrypted").isEmpty()) {
            spec = spec.require(encrypted(asked.has("encrypted=all") ? Encrypted.Wires.ALL : Encrypted.Wires.PUBLIC)
                    .on("it"));
        }
        spec = counted(spec, asked);
        return asked.keeper().isEmpty()
                ? spec.build()
                : spec.keeper(asked.keeperOf(), asked.keeper()).build();
    }

    private static SpecBuilder counted(SpecBuilder spec, Asked asked) {
        String by = asked.value("by");
        if (by.isEmpty()) {
            return spec;
        }
        SpecBuilder planned = spec.plan(plan("all", perSecond(50), 100).asDefault());
        if (asked.has("plans=2")) {
            planned = planned.plan(plan("more", perSecond(500), 1_000));
        }
        if (by.equals("address")) {
            return planned.require(rateLimit(byAddress()).on("it"));
        }
        SpecBuilder limited = planned.require(rateLimit(byConsumer()).on("it"));
        return switch (by) {
            case "api-key" -> limited.identity("it", Identity.By.API_KEY, "x-api-key");
            case "header" -> limited.identity("it", Identity.By.HEADER, "x-team");
            case "own-address" -> limited.identity("it", Identity.By.ADDRESS, "client");
            case "jwt-claim" -> limited.identity("it", Identity.By.JWT_CLAIM, "client_id");
            default -> limited.identity("it", Identity.By.CERTIFICATE, "subject");
        };
    }

    // ---- the table

    private static List<Row> rows(String design, Reach reach) {
        return table().stream()
                .filter(row -> row.designs().contains("*") || row.designs().contains(design))
                .filter(row -> row.reach().equals("*") || row.reach().equals(reach == Reach.VPC ? "vpc" : "internet"))
                .toList();
    }

    private static List<Row> table() {
        List<String> lines = lines();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
                List<String> cells = Arrays.stream(lines.get(at).split("\\|"))
                        .map(String::strip)
                        .toList();
                assertThat(cells).as("line " + (at + 1)).hasSize(8);
                rows.add(new Row(
                        at + 1,
                        cells.get(0),
                        Set.of(cells.get(1).split(" +")),
                        cells.get(2),
                        Arrays.stream(cells.get(3).split(" +"))
                                .filter(each -> !each.isEmpty())
                                .toList(),
                        cells.get(4),
                        cells.get(5),
                        Integer.parseInt(cells.get(6)),
                        cells.get(7)));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
