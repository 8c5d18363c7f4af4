package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is behind each port of an NLB: a target group that the cluster's pods register in, and the listener. */
final class Ports {
    private final Site site;
    private final PlacedNetwork network;
    private final Certificates certificates;

    Ports(Site site, PlacedNetwork network, Certificates certificates) {
        this.site = site;
        this.network = network;
        this.certificates = certificates;
    }

    /** The listener. */
    Resource listener(String balancerId, Resource balancer, SeamPort port) {
        String id = balancerId + Names.word(port.model().orElse(port.name()));
        Resource targets = add(port, targetGroup(id + "Targets", port));
        Resource listener = Resource.of(id + "Listener", "AWS::ElasticLoadBalancingV2::Listener")
                .with("LoadBalancerArn", balancer.identity())
                .with("Port", port.port())
                .with("Protocol", port.terminatesTls() ? "TLS" : "TCP");
        if (port.terminatesTls()) {
            listener = withTls(listener, port);
        } else {
            listener = withIdle(listener);
        }
        Resource made = add(
                port,
                listener.with(
                        "DefaultActions",
                        Value.list(Value.fields().with("Type", "forward").with("TargetGroupArn", targets.identity()))));
        if (port.terminatesTls()) {
            furtherCertificates(made, port);
        }
        return made;
    }

    private Resource withIdle(Resource listener) {
        Optional<Duration> idle = site.topology().seam().idle(HopKind.NETWORK_LOAD_BALANCER);
        return idle.isEmpty()
                ? listener
                : listener.with(
                        "ListenerAttributes",
                        Attributes.of(Map.of(
                                "tcp.idle_timeout.seconds",
                                String.valueOf(idle.get().toSeconds()))));
    }

    private Resource withTls(Resource listener, SeamPort port) {
        List<Entry> entries = entries(port);
        Resource secured = listener.with("SslPolicy", TlsPolicy.BALANCER)
                .with("Certificates", Value.list(Value.field("CertificateArn", certificates.of(entries.get(0)))));
        boolean grpc = entries.stream()
                .flatMap(entry -> site.spec().modelsOf(entry).stream())
                .anyMatch(model -> model.protocol() == Protocol.GRPC);
        if (grpc) {
            secured = secured.with("AlpnPolicy", Value.list(Value.text("HTTP2Preferred")));
        }
        if (port.verifiesClients()) {
            secured = secured.with("MutualAuthentication", TrustStores.verify(site, entries.get(0)));
        }
        return secured;
    }

    private void furtherCertificates(Resource listener, SeamPort port) {
        List<Entry> entries = entries(port);
        for (Entry entry : entries.subList(1, entries.size())) {
            add(
                    port,
                    Resource.of(
                                    listener.id() + "CertificateOf" + Names.word(entry.name()),
                                    "AWS::ElasticLoadBalancingV2::ListenerCertificate")
                            .with("Certificates", Value.list(Value.field("CertificateArn", certificates.of(entry))))
                            .with("ListenerArn", listener.identity()));
        }
    }

    /** The entries whose certificates a listener shows: those whose clients speak TLS anyway, else all of them. */
    private List<Entry> entries(SeamPort port) {
        List<Entry> all = port.entries().stream()
                .map(name -> site.spec().entry(name).orElseThrow())
                .toList();
        List<Entry> speaking =
                all.stream().filter(site.topology()::clientsSpeakTls).toList();
        return speaking.isEmpty() ? all : speaking;
    }

    private Resource targetGroup(String id, SeamPort port) {
        TargetGroup group = port.targetGroup();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(
                "deregistration_delay.timeout_seconds",
                String.valueOf(PodTargets.draining(site, port).toSeconds()));
        attributes.put("preserve_client_ip.enabled", String.valueOf(group.preservesClientAddress()));
        attributes.put("proxy_protocol_v2.enabled", "false");
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("Name", group.name())
                .with("TargetType", "ip")
                .with("Protocol", group.protocol())
                .with("Port", group.port())
                .with("VpcId", network.vpc())
                .with("TargetGroupAttributes", Attributes.of(attributes))
                .because("Pods register by a TargetGroupBinding of this name.");
        return PodTargets.checked(made, group);
    }

    private Resource add(SeamPort port, Resource resource) {
        Optional<String> model = port.model();
        return model.isPresent() ? site.add(Layers.TARGETS, model.get(), resource) : site.add(Layers.TARGETS, resource);
    }
}
