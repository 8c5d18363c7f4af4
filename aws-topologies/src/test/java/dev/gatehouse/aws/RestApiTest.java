package dev.gatehouse.aws;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Requirements.privateAdmin;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.Specs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RestApiTest {
    private static final String DESIGN = "apigateway-nlb-ambassador";

    private static Generated of(String platform) {
        return Generated.of(DESIGN, Objects.requireNonNull(Specs.byName().get(platform)));
    }

    private static SpecBuilder platform(String path, long seconds) {
        return PlatformSpec.named("test")
                .region("eu-west-1")
                .entry(entry("public").host("models.example.com"))
                .model(model("iris")
                        .service("iris.serving", 8080)
                        .path(path)
                        .answers(atMost(ofSeconds(seconds)))
                        .load(load(
                                Rate.ofPerSecond(1),
                                Rate.ofPerSecond(2),
                                DataSize.ofKilobytes(1),
                                DataSize.ofKilobytes(1))));
    }

    private static String deployment(PlatformSpec spec) {
        return Generated.of(DESIGN, spec)
                .resources("AWS::ApiGateway::Deployment")
                .get(0)
                .id();
    }

    @Test
    void a_deployment_is_made_anew_when_the_content_of_its_api_changes_and_only_then() {
        String before = deployment(platform("/v1/iris/", 2).build());

        assertThat(deployment(platform("/v1/iris/", 3).build())).isNotEqualTo(before);
        assertThat(deployment(platform("/v1/iris", 2).build())).isNotEqualTo(before);
        assertThat(deployment(platform("/v1/iris/", 2).zones(2).build())).isEqualTo(before);
    }

    @Test
    void a_prefix_serves_itself_and_what_is_below_it_and_an_exact_path_only_itself() {
        Generated prefix = Generated.of(DESIGN, platform("/v1/iris/", 2).build());
        Generated exact = Generated.of(DESIGN, platform("/v1/iris", 2).build());

        assertThat(ids(prefix, "AWS::ApiGateway::Method"))
                .containsExactly("PublicPathV1IrisAny", "PublicBelowV1IrisAny");
        assertThat(ids(exact, "AWS::ApiGateway::Method")).containsExactly("PublicPathV1IrisAny");
        assertThat(Generated.text(prefix.resource("PublicBelowV1IrisAny"), "Integration", "Uri"))
                .isEqualTo("http://models.example.com:8082/v1/iris/{proxy}");
        assertThat(Generated.text(exact.resource("PublicPathV1IrisAny"), "Integration", "Uri"))
                .isEqualTo("http://models.example.com:8082/v1/iris");
    }

    @Test
    void a_hidden_path_below_the_prefix_of_a_model_answers_404_by_itself() {
        PlatformSpec spec = platform("/v2/", 2)
                .require(privateAdmin("/v2/repository/", "/metrics"))
                .build();

        Generated generated = Generated.of(DESIGN, spec);

        for (String id : List.of("PublicPathV2RepositoryAny", "PublicBelowV2RepositoryAny")) {
            Resource method = generated.resource(id);
            assertThat(Generated.text(method, "Integration", "Type")).isEqualTo("MOCK");
            assertThat(Generated.text(method, "Integration", "ContentHandling")).isEqualTo("CONVERT_TO_TEXT");
            assertThat(Generated.text(method, "MethodResponses", "0", "StatusCode"))
                    .isEqualTo("404");
        }
        assertThat(ids(generated, "AWS::ApiGateway::Resource")).noneMatch(id -> id.contains("Metrics"));
        assertThat(generated.resource("PublicUnknownPath").properties()).containsEntry("StatusCode", Value.text("404"));
    }

    @Test
    void a_stream_is_handed_on_as_it_comes() {
        Resource method = of("stream").resource("PublicPathV1ChatAny");

        assertThat(Generated.text(method, "Integration", "ResponseTransferMode"))
                .isEqualTo("STREAM");
        assertThat(Generated.at(method, "Integration", "TimeoutInMillis")).contains(Value.number(121_000));
    }

    @Test
    void tokens_with_public_keys_are_checked_by_the_api_itself_and_others_by_a_function() {
        Resource own = of("jwt").resource("PublicTokenAuthorizer");
        Resource function = Generated.of(
                        "apigateway-nlb", Objects.requireNonNull(Specs.byName().get("jwt-with-private-keys")))
                .resource("PublicTokenAuthorizer");

        assertThat(Generated.text(own, "Type")).isEqualTo("JWT");
        assertThat(Generated.text(own, "JwtConfiguration", "Issuers", "0", "Issuer"))
                .isEqualTo("https://idp.example.com");
        assertThat(Generated.text(function, "Type")).isEqualTo("TOKEN");
        assertThat(function.parameters()).contains("TokenAuthorizerArn");
        assertThat(Generated.text(of("jwt").resource("PublicPathV2ModelsIrisAny"), "AuthorizationType"))
                .isEqualTo("JWT");
    }

    @Test
    void a_client_certificate_is_verified_at_the_domain_and_its_subject_handed_on() {
        Generated generated = of("mutual-tls");

        assertThat(Generated.text(generated.resource("PublicDomain"), "MutualTlsAuthentication", "TruststoreUri"))
                .isEqualTo("s3://trust/clients.pem");
        assertThat(Generated.text(generated.resource("PublicDomain"), "SecurityPolicy"))
                .isEqualTo("TLS_1_2");
        assertThat(Generated.text(
                        generated.resource("PublicPathV2ModelsIrisAny"),
                        "Integration",
                        "RequestParameters",
                        "integration.request.header.x-client-certificate-subject"))
                .isEqualTo("context.identity.clientCert.subjectDN");
    }

    @Test
    void plans_count_api_keys_where_the_rest_api_keeps_the_rate() {
        Generated generated = Generated.of("apigateway-nlb", Specs.llmGateway());

        assertThat(ids(generated, "AWS::ApiGateway::UsagePlan")).containsExactly("PublicPlanFree", "PublicPlanPaid");
        assertThat(ids(generated, "AWS::ApiGateway::UsagePlanKey"))
                .containsExactly("PublicPlanFreeKeyInPlan", "PublicPlanPaidKeyInPlan");
        assertThat(generated.resources("AWS::ApiGateway::Method"))
                .allSatisfy(
                        method -> assertThat(method.properties()).containsEntry("ApiKeyRequired", Value.truth(true)));
    }

    private static List<String> ids(Generated generated, String type) {
        return generated.resources(type).stream().map(Resource::id).toList();
    }
}
