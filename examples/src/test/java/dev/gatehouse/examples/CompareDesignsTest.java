package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CompareDesignsTest {
    @Test
    void prints_what_each_design_breaks_and_the_verdict() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        CompareDesigns.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .startsWith(
                        "apigateway-nlb breaks fixed-address",
                        "apigateway-nlb-ambassador breaks fixed-address",
                        "nlb-ambassador breaks web-firewall",
                        "route53-alb-nlb-ambassador breaks fixed-address",
                        "accelerator-alb-nlb-ambassador breaks nothing")
                .last()
                .asString()
                .startsWith("accelerator-alb-nlb-ambassador keeps every promise, on ");
    }
}
