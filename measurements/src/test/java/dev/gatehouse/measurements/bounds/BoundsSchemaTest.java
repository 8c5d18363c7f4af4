package dev.gatehouse.measurements.bounds;

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

/** The schema of bounds takes what the reader takes, and refuses what it refuses. */
class BoundsSchemaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"designs\": {\"a\": {\"p50\": \"8 ms\", \"p90\": \"1.5 s\", \"p99\": \"2 h\", \"errors\": \"0.1 %\"}}",
                "\"designs\": {\"direct\": {\"p99\": \"1 min\"}}, \"verdicts\": []",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"faster\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"equal\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"slower\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"not-slower\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"decided\"}]",
            })
    void both_take(String bounds) throws IOException {
        String text = text(bounds);

        assertThat(BoundsReader.read("bounds.json", text.getBytes(UTF_8)).findings())
                .isEmpty();
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"design\": {}",
                "\"designs\": []",
                "\"designs\": {\"a\": {\"p95\": \"8 ms\"}}",
                "\"designs\": {\"a\": {\"p50\": 8}}",
                "\"designs\": {\"a\": {\"p50\": \"900 us\"}}",
                "\"designs\": {\"a\": {\"errors\": \"8 ms\"}}",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"best\"}]",
                "\"verdicts\": [{\"design\": \"a\", \"beside\": \"b\", \"is\": \"equal\", \"by\": \"1 ms\"}]",
            })
    void both_refuse(String bounds) throws IOException {
        String text = text(bounds);

        assertThat(BoundsReader.read("bounds.json", text.getBytes(UTF_8)).findings())
                .isNotEmpty();
        assertThat(schema().validate(text, InputFormat.JSON)).isNotEmpty();
    }

    private static String text(String bounds) {
        return "{\"schema\": \"gatehouse/bounds/1\", " + bounds + "}";
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/bounds-1.schema.json")), InputFormat.JSON);
    }
}
