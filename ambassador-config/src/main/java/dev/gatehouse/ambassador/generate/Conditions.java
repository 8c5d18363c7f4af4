package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Cluster;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Service;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Durations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the generated resources rely on and can't bring along. */
final class Conditions {
    private final Topology topology;
    private final Cluster cluster;
    private final List<Condition> conditions = new ArrayList<>();

    private Conditions(Topology topology) {
        this.topology = topology;
        this.cluster = topology.spec().cluster();
    }

    static List<Condition> of(Topology topology) {
        Conditions all = new Conditions(topology);
        all.controller();
        all.models();
        if (topology.design().has(HopKind.AMBASSADOR)) {
            all.chart();
            all.secrets();
            all.tokens();
            all.limiter();
        }
        return List.copyOf(new LinkedHashSet<>(all.conditions));
    }

    private void yours(String text) {
        conditions.add(Condition.yours(text));
    }

    private void controller() {
        yours("AWS Load Balancer Controller 2.11 or later in the cluster: it finds target groups by name");
    }

    private void models() {
        Set<String> services = new TreeSet<>();
        for (Model model : topology.spec().models()) {
            Stream.of(
                            Stream.of(model.service()),
                            model.canary().stream().map(canary -> canary.service()),
                            model.shadow().stream().map(shadow -> shadow.service()))
                    .flatMap(each -> each)
                    .map(Service::toString)
                    .forEach(services::add);
        }
        yours("the Services of the models: " + String.join(", ", services));
        Set<String> namespaces = new TreeSet<>();
        topology.seam().ports().stream()
                .map(SeamPort::targetGroup)
                .map(TargetGroup::namespace)
                .forEach(namespaces::add);
        for (String namespace : namespaces) {
            yours("label elbv2.k8s.aws/pod-readiness-gate-inject: enabled on namespace " + namespace
                    + ", so that a rollout waits for the NLB");
        }
        yours("pods of the models with a preStop sleep and a grace period longer than their longest answer ("
                + Durations.format(ChartValues.longestAnswer(topology)) + ")");
    }

    private void chart() {
        yours("Emissary-ingress 4 in namespace " + cluster.ambassador()
                + ", its chart with the values of " + AmbassadorConfig.CHART_VALUES
                + " (module.enabled: false, no default listeners, no Service of type LoadBalancer)");
        yours("servers of the models that keep idle connections longer than "
                + Durations.format(Timeouts.KEPT_IDLE)
                + ", which is how long Emissary does");
        yours("no other platform on that Emissary: it has one Module, one AuthService and one RateLimitService");
        yours("Emissary's pods labelled " + cluster.selector() + ", at least two of them in different zones");
    }

    private void secrets() {
        for (Served served : Served.all(topology)) {
            String entry = served.entry().name();
            if (served.port().carriesTls()) {
                yours("the Secret " + Hosts.certificate(entry) + " (tls.crt and tls.key for "
                        + served.entry().host() + ") in namespace " + cluster.ambassador());
            }
            if (Hosts.verifiesClients(served.port())) {
                yours("the Secret " + Hosts.authorities(entry) + " (tls.crt: "
                        + topology.spec()
                                .requirement(MutualTls.class, served.entry())
                                .map(MutualTls::trust)
                                .orElse("the authorities of its clients")
                        + ") in namespace " + cluster.ambassador());
            }
        }
    }

    private void tokens() {
        Tokens tokens = new Tokens(topology);
        for (Jwt jwt : tokens.requirements()) {
            yours("a token service (ext_authz over gRPC, v3) at " + tokens.address() + " that verifies tokens of "
                    + jwt.issuer() + " for " + String.join(", ", jwt.audience()));
        }
    }

    private void limiter() {
        Limiter limiter = new Limiter(topology);
        if (!limiter.isAsked()) {
            return;
        }
        yours("a rate limit service (gRPC, v3) at " + limiter.address() + " that knows the plans, domain "
                + topology.spec().name() + ", descriptors entry + consumer and entry + remote_address");
        boolean refuses = limiter.limits().stream()
                .anyMatch(limit -> limit.whenLimiterFails() == RateLimit.WhenLimiterFails.REFUSE);
        boolean allows = limiter.limits().stream()
                .anyMatch(limit -> limit.whenLimiterFails() == RateLimit.WhenLimiterFails.ALLOW);
        if (refuses && allows) {
            yours("accept that when-limiter-fails is refuse on every entry: Emissary has one limiter for all");
        }
        for (Served served : Served.all(topology)) {
            Entry entry = served.entry();
            if (isCountedBy(Limiter.CONSUMER, entry, limiter)) {
                yours("the token service answers with " + Limiter.CONSUMER + " from the claim "
                        + topology.spec()
                                .consumers()
                                .identity(entry)
                                .map(Identity::value)
                                .orElse("that names the consumer")
                        + ", over whatever the client sent");
            }
        }
    }

    private boolean isCountedBy(String header, Entry entry, Limiter limiter) {
        return topology.spec().modelsOf(entry).stream()
                .anyMatch(model -> limiter.header(entry, model).equals(Optional.of(header)));
    }
}
