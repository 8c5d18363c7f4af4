package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands write as JSON is what the schemas in docs/schema promise. */
class SchemasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "designs",
                "facts",
                "facts --as-of 2020-11-19",
                "routes cli/src/test/resources/manifests",
                "explain cli/src/test/resources/manifests --request https://models.example.com/v2/models/fraud/",
                "explain cli/src/test/resources/manifests --request https://models.example.com/nothing",
                "lint examples/platforms",
                "lint cli/src/test/resources/specs",
                "compare examples/platforms/iris.yaml",
                "explore examples/platforms/iris.yaml",
                "explore examples/platforms/risk-models.yaml",
                "explore examples/platforms/risk-models.yaml --as-of 2020-11-19",
                "explore examples/platforms/grpc-inference.yaml --top 3",
                "compare examples/platforms/risk-models.yaml",
                "compare examples/platforms/risk-models.yaml --as-of 2020-11-19",
                "compare examples/platforms/llm-gateway.yaml",
                "compare examples/platforms/grpc-inference.yaml",
            })
    void is_valid(String call) throws IOException {
        String[] args = (call + " -o json").split(" ", -1);

        Ran ran = Ran.call(args);

        assertThat(ran.out()).containsPattern("^\\{\n  \"schema\" ?: \"gatehouse/" + args[0] + "/1\",\n");
        assertThat(schema(args[0]).validate(ran.out(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-firewall", "monthly-cost", "cost", "latency", "availability", "limits", "trace"})
    void an_opened_row_is_valid(String row) throws IOException {
        Ran ran = Ran.call(
                "compare",
                "examples/platforms/risk-models.yaml",
                "--explain",
                row + "/route53-alb-nlb-ambassador",
                "-o",
                "json");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("{\n  \"schema\": \"gatehouse/compare-explain/1\",\n");
        assertThat(schema("compare-explain").validate(ran.out(), InputFormat.JSON))
                .isEmpty();
    }

    private static Schema schema(String command) throws IOException {
        Path file = Ran.root().resolve("docs/schema/" + command + "-1.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file, UTF_8), InputFormat.JSON);
    }
}
