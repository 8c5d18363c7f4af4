package dev.gatehouse.ambassador.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Request;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainTextTest {
    private static final String FRAUD = "prefix: /v2/models/fraud/, hostname: '*', rewrite: ''";

    private final Cluster cluster = Cluster.open()
            .mapping("fraud", "{" + FRAUD + ", service: 'fraud:8080', timeout_ms: 60000}")
            .mapping("fraud-canary", "{" + FRAUD + ", service: 'fraud-v4:8080', weight: 10}")
            .mapping("fraud-shadow", "{" + FRAUD + ", service: fraud-v5, shadow: true}")
            .mapping("fraud-pin", "{" + FRAUD + ", service: 'fraud-v4:8080', headers: {x-cohort: beta}}")
            .mapping("lost", "{prefix: /v2/, service: lost}");
    private final Explanation explanation =
            Explanation.of(cluster.table(), Request.parse("POST http://models.example.com/v2/models/fraud/infer?x=1"));

    @Test
    void an_explanation_reads_from_the_request_to_the_reasons() {
        assertThat(ExplainText.write(explanation)).isEqualTo("""
                        POST http://models.example.com/v2/models/fraud/infer?x=1
                          x-forwarded-proto: http
                          at listener web, port 8080 (HTTP, TCP; INSECURE)
                          host * of Host all.serving

                           10 %  Mapping fraud-canary.serving  cluster.yaml:17:1
                                 takes /v2/models/fraud/*
                                 → fraud-v4.serving:8080, host models.example.com, path /v2/models/fraud/infer?x=1
                                   within 3 s
                                   100 % copied to fraud-v5.serving:80 by Mapping fraud-shadow.serving
                           90 %  Mapping fraud.serving  cluster.yaml:12:1
                                 takes /v2/models/fraud/*
                                 → fraud.serving:8080, host models.example.com, path /v2/models/fraud/infer?x=1
                                   within 60 s
                                   100 % copied to fraud-v5.serving:80 by Mapping fraud-shadow.serving

                        Not by
                          Mapping fraud-pin.serving  cluster.yaml:27:1
                              header x-cohort must be 'beta', and is missing
                          Mapping lost.serving  cluster.yaml:32:1
                              no Host takes it: neither its hostname nor its labels fit one
                        """);
    }

    @Test
    void a_route_table_shows_shares_and_who_has_none() {
        assertThat(RoutesText.write(cluster.table())).isEqualTo("""
                        listener web, port 8080 (HTTP, TCP; INSECURE)
                          host *
                            /v2/models/fraud/*  x-cohort = beta
                                fraud-pin.serving → fraud-v4.serving:8080, within 3 s
                            /v2/models/fraud/*
                                10 %  fraud-canary.serving → fraud-v4.serving:8080, within 3 s, 100 % copied to
                                  fraud-v5.serving:80
                            /v2/models/fraud/*
                                90 %  fraud.serving → fraud.serving:8080, within 60 s, 100 % copied to fraud-v5.serving:80

                        without a route
                          Mapping lost.serving  cluster.yaml:32:1
                              no Host takes it
                        """);
    }

    @Test
    void no_line_is_longer_than_100_columns() {
        String all = ExplainText.write(explanation) + RoutesText.write(cluster.table());

        assertThat(all.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void the_json_of_an_explanation_names_its_form_first_and_places() {
        JsonNode json = JsonMapper.builder().build().readTree(ExplainJson.write(explanation));

        assertThat(json.propertyNames().iterator().next()).isEqualTo("schema");
        assertThat(json.get("schema").asString()).isEqualTo("gatehouse/explain/1");
        assertThat(json.at("/outcomes/0/percent").asInt()).isEqualTo(10);
        assertThat(json.at("/outcomes/1/by/line").asInt()).isEqualTo(12);
        assertThat(json.at("/outcomes/1/answer/timeoutMs").asInt()).isEqualTo(60_000);
        assertThat(json.at("/bystanders/0/why").asString()).isEqualTo("header x-cohort must be 'beta', and is missing");
    }
}
