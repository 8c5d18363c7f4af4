package dev.gatehouse.aws;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyModelsTest {
    private static final int MANY = 220;
    private static final Map<String, Generated> GENERATED = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apigateway-nlb",
                "apigateway-nlb-ambassador",
                "nlb-ambassador",
                "route53-alb-nlb-ambassador",
                "accelerator-alb-nlb-ambassador"
            })
    void two_hundred_models_on_two_entries_are_split_within_the_limits(String design) {
        Generated generated = many(design);

        for (Stack stack : generated.stacks()) {
            assertThat(stack.template().resources()).hasSizeLessThanOrEqualTo(450);
            assertThat(stack.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(51_200);
            assertThat(stack.template().parameters()).hasSizeLessThanOrEqualTo(200);
            assertThat(stack.template().outputs()).hasSizeLessThanOrEqualTo(200);
        }
        assertThat(generated.resources().map(Resource::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apigateway-nlb", "apigateway-nlb-ambassador"})
    void the_deployment_comes_after_every_stack_with_methods(String design) {
        Generated generated = many(design);

        int last = generated.resources("AWS::ApiGateway::Method").stream()
                .mapToInt(method -> generated.stackOf(method).order())
                .max()
                .orElseThrow();

        assertThat(generated.resources("AWS::ApiGateway::Deployment"))
                .hasSize(2)
                .allSatisfy(deployment ->
                        assertThat(generated.stackOf(deployment).order()).isGreaterThan(last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apigateway-nlb", "apigateway-nlb-ambassador"})
    void one_more_model_moves_nothing_to_another_stack(String design) {
        Map<String, String> before = homes(many(design));
        Map<String, String> after = homes(Generated.of(design, platform(MANY + 1)));

        Set<String> moved = new HashSet<>();
        before.forEach((id, home) -> {
            if (after.containsKey(id) && !home.equals(after.get(id))) {
                moved.add(id);
            }
        });

        assertThat(moved).isEmpty();
    }

    private static Generated many(String design) {
        return GENERATED.computeIfAbsent(design, id -> Generated.of(id, platform(MANY)));
    }

    private static Map<String, String> homes(Generated generated) {
        Map<String, String> homes = new HashMap<>();
        generated
                .stacks()
                .forEach(stack ->
                        stack.template().resources().forEach(resource -> homes.put(resource.id(), stack.name())));
        return homes;
    }

    private static PlatformSpec platform(int models) {
        SpecBuilder platform = PlatformSpec.named("many")
                .region("eu-west-1")
                .entry(entry("public").host("models.example.com"))
                .entry(entry("partner").host("partner.example.com"))
                .tag("cost-centre", "4711");
        for (int number = 0; number < models; number++) {
            String name = "model-" + number;
            platform = platform.model(model(name)
                    .service(name + ".serving", 8080)
                    .path("/v2/models/" + name + "/")
                    .answers(atMost(ofSeconds(2)))
                    .load(load(
                            Rate.ofPerSecond(1),
                            Rate.ofPerSecond(2),
                            DataSize.ofKilobytes(1),
                            DataSize.ofKilobytes(1))));
        }
        return platform.build();
    }
}
