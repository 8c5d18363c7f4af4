package dev.gatehouse.ambassador.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what the published schemas say. */
class SchemaTest {
    private static final RouteTable TABLE = Cluster.open()
            .with("TCPMapping", "t", "{port: 9000, service: 'db:5432'}")
            .mapping(
                    "a",
                    "{prefix: /a/, hostname: '*', service: s, headers: {x: y}, retry_policy: {retry_on: 5xx},"
                            + " idle_timeout_ms: 5, allow_upgrade: [websocket], host_rewrite: h}")
            .mapping("b", "{prefix: /a/, hostname: '*', service: s, shadow: true, headers: {x: y}}")
            .mapping(
                    "c",
                    "{prefix: '/c/.*', prefix_regex: true, hostname: '*', service: s, weight: 5,"
                            + " regex_rewrite: {pattern: p, substitution: q}, case_sensitive: false}")
            .mapping(
                    "d",
                    "{prefix: /d, prefix_exact: true, hostname: 'x*', service: n, host_redirect: true,"
                            + " redirect_response_code: 308, regex_redirect: {pattern: p, substitution: q}}")
            .mapping("e", "{prefix: /e/, service: s}")
            .table();

    private static void check(String schema, String document) throws IOException {
        Schema form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/" + schema)));

        assertThat(form.validate(document, InputFormat.JSON)).isEmpty();
    }

    @Test
    void routes_follow_their_schema() throws IOException {
        check("routes-1.schema.json", RoutesJson.write(TABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET http://x/a/b", "GET http://x/c/", "GET http://x/d", "GET http://x/e/", "GET http://x:9000/"
            })
    void explanations_follow_their_schema(String request) throws IOException {
        Request asked = Request.parse(request).withHeader("x: y");

        check("explain-1.schema.json", ExplainJson.write(Explanation.of(TABLE, asked)));
    }
}
