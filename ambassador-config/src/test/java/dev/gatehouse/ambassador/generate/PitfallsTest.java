package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.testing.Specs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which such configuration fails in production, by the numbers of the list that the project keeps. */
class PitfallsTest {
    private static final String ALL = "dev.gatehouse.ambassador.generate.Generated#withAmbassador";

    // ---- 2: open streams

    @ParameterizedTest
    @MethodSource(ALL)
    void every_model_may_have_as_many_requests_open_as_its_load_makes(Generated generated) {
        for (Model model : generated.spec().models()) {
            BigDecimal open = model.load().peak().perSecond().multiply(seconds(longest(model)));
            for (Map<String, Object> mapping : mappingsOf(generated, model)) {
                Map<?, ?> breaker = breaker(mapping);
                for (String limit : List.of("max_connections", "max_pending_requests", "max_requests")) {
                    BigDecimal allowed = new BigDecimal(String.valueOf(breaker.get(limit)));
                    assertThat(allowed).as(limit).isGreaterThanOrEqualTo(open).isGreaterThanOrEqualTo(envoys());
                }
            }
        }
    }

    private static Map<?, ?> breaker(Map<String, Object> mapping) {
        return mapping.get("circuit_breakers") instanceof List<?> breakers && breakers.get(0) instanceof Map<?, ?> first
                ? first
                : Map.of();
    }

    @Test
    void streams_of_two_minutes_at_ten_a_second_are_1200_at_once() {
        Concurrency concurrency =
                Concurrency.of(Specs.riskModels().model("assistant").orElseThrow(), Facts.bundled());

        assertThat(concurrency.open()).isEqualTo(1200);
        assertThat(concurrency.allowed()).isEqualTo(2400);
    }

    private static BigDecimal envoys() {
        return BigDecimal.valueOf(1024);
    }

    private static Duration longest(Model model) {
        return model.atMost().orElse(model.longestSilence());
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
    }

    // ---- 1 and 3: time

    @ParameterizedTest
    @MethodSource(ALL)
    void no_Mapping_of_a_model_has_the_default_timeout(Generated generated) {
        for (Model model : generated.spec().models()) {
            for (Map<String, Object> mapping : mappingsOf(generated, model)) {
                long total = number(mapping, "timeout_ms");
                assertThat(total)
                        .isEqualTo(model.atMost().map(Duration::toMillis).orElse(0L));
                assertThat(number(mapping, "idle_timeout_ms"))
                        .isGreaterThan(model.longestSilence().toMillis());
                assertThat(mapping.containsKey("retry_policy"))
                        .isEqualTo(model.retry().isPresent() && !model.isStreamed());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void every_try_ends_within_the_whole_time(Generated generated) {
        for (Model model : generated.spec().models()) {
            for (Map<String, Object> mapping : mappingsOf(generated, model)) {
                long total = number(mapping, "timeout_ms");
                int tries = 1 + model.retry().map(retry -> retry.times()).orElse(0);
                if (total > 0 && !model.isStreamed()) {
                    assertThat(number(mapping, "connect_timeout_ms") * tries).isLessThanOrEqualTo(total);
                }
                if (mapping.get("retry_policy") instanceof Map<?, ?> retry && retry.containsKey("per_try_timeout")) {
                    String perTry = String.valueOf(retry.get("per_try_timeout"));
                    assertThat(perTry).matches("[0-9]+(\\.[0-9]+)?s");
                    assertThat(new BigDecimal(perTry.substring(0, perTry.length() - 1)).movePointRight(3))
                            .isLessThan(BigDecimal.valueOf(total));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_rollout_of_the_ingress_cuts_no_answer_off(Generated generated) {
        Duration longest = generated.spec().models().stream()
                .map(PitfallsTest::longest)
                .max(Duration::compareTo)
                .orElseThrow();
        String values = generated.file(AmbassadorConfig.CHART_VALUES);
        long sleep = number(values, "seconds");

        assertThat(sleep).isGreaterThanOrEqualTo(longest.plusMinutes(2).toSeconds());
        assertThat(number(values, "terminationGracePeriodSeconds")).isGreaterThan(sleep);
        assertThat(generated.of("PodDisruptionBudget")).hasSize(1);
    }

    private static long number(String yaml, String key) {
        Matcher matcher = Pattern.compile("\\b" + key + ": ([0-9]+)").matcher(yaml);
        assertThat(matcher.find()).as(key).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    // ---- 5: Listener, PROXY protocol, X-Forwarded-Proto

    @ParameterizedTest
    @MethodSource(ALL)
    void no_Listener_uses_a_protocol_by_name(Generated generated) {
        for (HasMetadata listener : generated.of("Listener")) {
            assertThat(Generated.settings(listener))
                    .doesNotContainKey("protocol")
                    .containsKey("protocolStack");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void every_balancer_asks_for_health_what_its_Listener_can_answer(Generated generated) {
        for (SeamPort port : generated.topology().seam().ports()) {
            for (TargetGroup group : port.targetGroups()) {
                assertThat(group.healthCheck())
                        .isEqualTo(
                                group.carries() == TargetGroup.Carries.GRPC
                                        ? new HealthCheck(
                                                group.tls() ? "HTTPS" : "HTTP",
                                                group.port(),
                                                "/AWS.ALB/healthcheck",
                                                "12")
                                        : ListenerWire.of(port).health());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void TLS_that_names_no_host_finds_a_Host(Generated generated) {
        RouteTable table = generated.routes();
        for (SeamPort port : generated.topology().seam().ports()) {
            boolean anyName = table.listeners().stream()
                    .filter(listener -> listener.port() == port.targetGroup().port())
                    .flatMap(listener -> listener.chains().stream())
                    .anyMatch(chain ->
                            !chain.tlsContext().isEmpty() && chain.serverNames().isEmpty());
            assertThat(anyName).isEqualTo(ListenerWire.isWithoutServerName(port));
        }
    }

    // ---- 7: one bad string

    @Test
    void a_text_that_Emissary_would_expand_is_refused() {
        PlatformSpec spec = Specs.iris();
        Model expanding = spec.models().get(0);
        PlatformSpec changed = new PlatformSpec(
                spec.name(),
                spec.region(),
                spec.zones(),
                spec.network(),
                spec.cluster(),
                spec.tags(),
                spec.facts(),
                spec.entries(),
                spec.consumers(),
                List.of(new Model(
                        expanding.name(),
                        expanding.service(),
                        "/v2/$HOSTNAME/",
                        expanding.entries(),
                        expanding.protocol(),
                        expanding.headers(),
                        expanding.answers(),
                        expanding.stream(),
                        expanding.load(),
                        expanding.canary(),
                        expanding.shadow(),
                        expanding.retry())),
                spec.requirements(),
                spec.keepers(),
                spec.waivers(),
                spec.patches());

        assertRefused(changed, Checks.ENVIRONMENT);
    }

    @Test
    void matches_that_look_alike_to_Emissary_are_refused() {
        assertRefused(HardPlatforms.matchesThatLookAlike(), Checks.SAME_GROUP);
    }

    @Test
    void a_pin_that_would_take_another_models_requests_is_refused() {
        assertRefused(HardPlatforms.pinThatTakesAnotherModel(), Checks.PIN);
    }

    @Test
    void two_resources_of_one_name_are_refused() {
        assertRefused(HardPlatforms.namesThatMeet(), Checks.SAME_NAME);
    }

    private static void assertRefused(PlatformSpec spec, RuleId rule) {
        assertThatThrownBy(() -> Generated.of("nlb-ambassador", spec))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.findings())
                                .isNotEmpty()
                                .allSatisfy(
                                        finding -> assertThat(finding.rule()).isEqualTo(rule)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void there_is_one_limiter_at_most_and_it_says_what_happens_when_it_fails(Generated generated) {
        boolean asked = generated.topology().duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof RateLimit);
        List<HasMetadata> limiters = generated.of("RateLimitService");

        assertThat(limiters).hasSize(asked ? 1 : 0);
        for (HasMetadata limiter : limiters) {
            assertThat(Generated.settings(limiter))
                    .containsEntry("protocol_version", "v3")
                    .containsKeys("timeout_ms", "failure_mode_deny");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tokens_are_checked_exactly_where_Ambassador_keeps_jwt(Generated generated) {
        boolean asked = generated.topology().duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof Jwt);
        assertThat(generated.of("AuthService")).hasSize(asked ? 1 : 0);
        for (HasMetadata mapping : generated.of("Mapping")) {
            Map<String, String> labels = mapping.getMetadata().getLabels();
            if (!asked || !labels.containsKey(Labels.MODEL)) {
                continue;
            }
            boolean kept = generated.topology().duties(HopKind.AMBASSADOR).stream()
                    .filter(duty -> duty.requirement() instanceof Jwt)
                    .filter(duty -> duty.entry().name().equals(labels.get(Labels.ENTRY)))
                    .anyMatch(duty -> duty.requirement()
                            .scope()
                            .covers(
                                    duty.entry(),
                                    generated
                                            .spec()
                                            .model(String.valueOf(labels.get(Labels.MODEL)))
                                            .orElseThrow()));
            assertThat(Generated.settings(mapping).get("bypass_auth"))
                    .as(mapping.getMetadata().getName())
                    .isEqualTo(kept ? null : Boolean.TRUE);
        }
    }

    // ---- 11: crossing entries

    @ParameterizedTest
    @MethodSource(ALL)
    void every_Host_is_taken_by_one_Listener_and_every_Mapping_by_Hosts_of_one_entry(Generated generated) {
        for (HasMetadata host : generated.of("Host")) {
            List<HasMetadata> takers = generated.of("Listener").stream()
                    .filter(listener -> selects(selector(listener), host))
                    .toList();
            assertThat(takers).as(host.getMetadata().getName()).hasSize(1);
        }
        for (HasMetadata mapping : generated.of("Mapping")) {
            assertThat(generated.of("Host").stream()
                            .filter(host -> selects(matchLabels(host, "mappingSelector"), mapping))
                            .map(host -> host.getMetadata().getLabels().get(Labels.PORT))
                            .distinct())
                    .as(mapping.getMetadata().getName())
                    .containsExactly(mapping.getMetadata().getLabels().get(Labels.PORT));
        }
    }

    private static Map<?, ?> selector(HasMetadata listener) {
        Map<?, ?> binding = Generated.below(Generated.settings(listener), "hostBinding");
        return Generated.below(Generated.below(binding, "selector"), "matchLabels");
    }

    private static Map<?, ?> matchLabels(HasMetadata host, String selector) {
        return Generated.below(Generated.below(Generated.settings(host), selector), "matchLabels");
    }

    private static boolean selects(Map<?, ?> labels, HasMetadata resource) {
        return resource.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
    }

    private static List<Map<String, Object>> mappingsOf(Generated generated, Model model) {
        return generated.of("Mapping").stream()
                .filter(mapping ->
                        model.name().equals(mapping.getMetadata().getLabels().get(Labels.MODEL)))
                .map(Generated::settings)
                .toList();
    }

    private static long number(Map<String, Object> settings, String key) {
        return Long.parseLong(String.valueOf(settings.get(key)));
    }
}
