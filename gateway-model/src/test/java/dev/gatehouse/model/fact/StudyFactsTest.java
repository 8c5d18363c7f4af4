package dev.gatehouse.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the study of 19 November 2020 could know and what holds today, by a table written by hand from the sources. */
final class StudyFactsTest {
    private static final LocalDate STUDY = LocalDate.of(2020, 11, 19);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Facts FACTS = Facts.bundled();

    /** Claim, fact, whether it held on the study's day, whether it holds today, and the day on which that began. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "private-integration, rest-api.to-vpc-link, true, true, 2017-11-30",
        "private-integration, rest-api.to-vpc-link-v2, false, true, 2025-11-21",
        "private-integration, vpc-link.legacy, false, true, 2025-11-21",
        "private-integration, vpc-link.to-network-load-balancer, true, true, 2017-11-30",
        "nlb-from-service, aws-load-balancer-controller.service-annotation, true, true, 2023-04-11",
        "nlb-from-service, aws-load-balancer-controller.no-tree-provider, false, true, 2023-04-11",
        "nlb-from-service, aws-load-balancer-controller.target-group-binding, true, true, 2020-10-21",
        "nlb-from-service, aws-load-balancer-controller.target-group-name, false, true, 2024-12-12",
        "waf-on-api-gateway, web-acl.attaches-to-rest-api, true, true, 2018-11-05",
        "waf-on-api-gateway, web-acl.no-attachment-to-http-api, true, true, 2015-10-06",
        "strategy-far-from-service, rest-api.stage-canary, true, true, 2017-11-28",
        "strategy-far-from-service, rest-api.no-canary-per-service, true, true,",
        "strategy-beside-service, ambassador.canary, true, true,",
        "strategy-beside-service, ambassador.renamed-day, false, true, 2021-04-01",
        "api-gateway-only-for-waf, rest-api.takes-web-acl, true, true, 2018-11-05",
        "no-waf-on-nlb, web-acl.no-attachment-to-network-load-balancer, true, true, 2015-10-06",
        "nlb-tcp-only, network-load-balancer.udp, true, true, 2019-06-24",
        "nlb-tcp-only, network-load-balancer.quic, false, true, 2025-11-13",
        "nlb-no-https-offloading, network-load-balancer.tls-listener, true, true, 2019-01-24",
        "nlb-no-layer-7, network-load-balancer.no-layer-7, true, true, 2017-09-07",
        "waf-on-alb, web-acl.attaches-to-application-load-balancer, true, true, 2016-12-31",
        "alb-before-nlb, application-load-balancer.to-network-load-balancer, true, true, 2019-11-25",
        "alb-before-nlb, application-load-balancer.no-balancer-as-target, true, true, 2016-08-11",
        "alb-before-nlb, network-load-balancer.pinned-addresses, true, true, 2019-11-25",
        "alb-before-nlb, network-load-balancer.to-application-load-balancer, false, true, 2021-09-27",
        "alb-no-fixed-address, application-load-balancer.no-fixed-address, true, true, 2016-08-11",
        "route53-nameservers, hosted-zone.alias-at-apex, true, true,",
        "route53-nameservers, hosted-zone.nameservers-for-apex-only, true, true,",
        "route53-no-mail, hosted-zone.no-mail, true, true,",
        "route53-no-mail, hosted-zone.mx-records, true, true,",
        "workmail, workmail.mail-host, true, true,",
        "workmail, workmail.new-customers, true, false,",
        "workmail, workmail.no-new-customers, false, true, 2026-04-30",
        "accelerator-addresses, global-accelerator.fixed-address, true, true, 2018-11-26",
        "accelerator-addresses, global-accelerator.addresses-dual-stack, false, true, 2022-07-27",
        "accelerator-addresses, global-accelerator.to-application-load-balancer, true, true, 2018-11-26",
    })
    void a_claim_rests_on_a_fact_of_its_day(String claim, String id, boolean then, boolean now, String began) {
        FactId fact = FactId.parse(id);
        Optional<Fact> today = on(TODAY).find(fact.kind(), fact.id());

        assertThat(on(STUDY).find(fact.kind(), fact.id()).isPresent()).as(claim).isEqualTo(then);
        assertThat(today.isPresent()).as(claim).isEqualTo(now);
        assertThat(today.flatMap(FACTS::beginning))
                .isEqualTo(Optional.ofNullable(began).map(LocalDate::parse));
    }

    /** Limit, its number then and today, and the launch that changed it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rest-api.request-timeout, 29 s, 29 s, 2024-06-04, integration timeout above 29 s on request",
        "rest-api.stream-timeout, , 15 min, 2025-11-19, REST API response streaming",
        "rest-api.stream-idle-timeout, , 5 min, 2025-11-19, REST API response streaming",
        "rest-api.request-body, 10 MiB, 10 MiB, ,",
        "rest-api.throttle-rate, 10000/s, 10000/s, ,",
        "network-load-balancer.idle-timeout, 350 s, 350 s, 2024-09-03, settable TCP idle timeout of the Network Load Balancer",
        "network-load-balancer.idle-timeout-tls, 350 s, 350 s, ,",
        "application-load-balancer.idle-timeout, 60 s, 60 s, ,",
        "application-load-balancer.verify-listeners, , 2, 2023-11-26,",
        "global-accelerator.idle-timeout, 340 s, 340 s, ,",
        "global-accelerator.addresses, 2, 2, ,",
        "web-acl.body-inspection-alb, 8 KiB, 8 KiB, ,",
        "web-acl.body-inspection-rest-api, 8 KiB, 16 KiB, 2024-03-07, body inspection up to 64 KB on Regional resources",
        "web-acl.min-rate, 100, 10, 2024-08-30,",
        "ambassador.answer-timeout, 3 s, 3 s, ,",
        "ambassador.concurrent-requests, 1024, 1024, ,",
        "vpc-link.vpc-links, 20, 20, ,",
    })
    void a_limit_has_its_number_of_the_day(String id, String then, String now, String changed, String launch) {
        FactId fact = FactId.parse(id);
        Facts study = on(STUDY);

        assertThat(study.limit(fact.kind(), fact.id()).flatMap(Fact::value)).isEqualTo(quantity(then));
        assertThat(on(TODAY).limit(fact.kind(), fact.id()).flatMap(Fact::value)).isEqualTo(quantity(now));
        assertThat(study.later(fact.kind(), fact.id()).flatMap(Fact::since))
                .isEqualTo(Optional.ofNullable(changed).map(LocalDate::parse));
        assertThat(study.later(fact.kind(), fact.id()).flatMap(Fact::launch)).isEqualTo(Optional.ofNullable(launch));
    }

    @Test
    void the_end_of_workmail_lies_ahead_and_is_known() {
        assertThat(on(TODAY).capability("workmail", "mail-host").flatMap(Fact::until))
                .contains(LocalDate.of(2027, 3, 31));
        assertThat(on(TODAY).later("workmail", "no-mail-host").flatMap(Fact::launch))
                .contains("end of support for Amazon WorkMail");
        assertThat(on(LocalDate.of(2027, 3, 31)).capability("workmail", "mail-host"))
                .isEmpty();
    }

    @Test
    void the_token_check_of_a_rest_api_is_five_days_old() {
        assertThat(on(LocalDate.of(2026, 11, 16)).capability("rest-api", "jwt")).isEmpty();
        assertThat(on(LocalDate.of(2026, 11, 17)).capability("rest-api", "jwt")).isPresent();
    }

    @Test
    void the_raised_timeout_needs_a_grant_and_its_ceiling_is_only_assumed() {
        assertThat(on(STUDY).require("rest-api", "request-timeout").isAdjustable())
                .isFalse();
        assertThat(on(TODAY).require("rest-api", "request-timeout").isAdjustable())
                .isTrue();
        assertThat(on(TODAY)
                        .require("rest-api", "request-timeout-ceiling")
                        .evidence()
                        .kind())
                .isEqualTo(Evidence.Kind.ASSUMED);
    }

    @Test
    void a_region_without_a_zone_count_has_none() {
        assertThat(FACTS.limit("region", "zones", "eu-west-1").flatMap(Fact::value))
                .isEqualTo(quantity("3"));
        assertThat(FACTS.limit("region", "zones", "us-east-1").flatMap(Fact::value))
                .isEqualTo(quantity("6"));
        assertThat(FACTS.limit("region", "zones", "ap-south-1")).isEmpty();
    }

    private static Facts on(LocalDate day) {
        return FACTS.asOf(day);
    }

    private static Optional<Quantity> quantity(String text) {
        return Optional.ofNullable(text).map(Quantity::parse);
    }
}
