package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import java.util.List;

/** The ALB's listeners. Each forwards only the hosts of its own entries; whatever else arrives is not found. */
final class AlbListeners {
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private final Site site;
    private final Certificates certificates;
    private final String balancerId;
    private final Resource balancer;

    AlbListeners(Site site, Certificates certificates, String balancerId, Resource balancer) {
        this.site = site;
        this.certificates = certificates;
        this.balancerId = balancerId;
        this.balancer = balancer;
    }

    /** A listener for the entries that are called on {@code port}. */
    Resource https(int port, List<Entry> entries, AlbForwards forwards) {
        Entry first = entries.get(0);
        if (entries.stream().map(this::verifiesClients).distinct().count() > 1) {
            throw new IllegalStateException(
                    "port " + port + " of application-load-balancer can't verify the clients of "
                            + "some of its entries and not of others: " + entries);
        }
        Resource listener = Resource.of(balancerId + "Https" + port, LISTENER)
                .with("LoadBalancerArn", balancer.identity())
                .with("Port", port)
                .with("Protocol", "HTTPS")
                .with("SslPolicy", TlsPolicy.BALANCER)
                .with("Certificates", Value.list(Value.field("CertificateArn", certificates.of(first))))
                .with(
                        "DefaultActions",
                        Value.list(
                                Value.fields().with("Type", "fixed-response").with("FixedResponseConfig", notFound())));
        if (verifiesClients(first)) {
            listener = listener.with("MutualAuthentication", TrustStores.verify(site, first))
                    .because("Owed to mutual-tls: a port of its own, because a listener verifies all clients or none.");
        }
        Resource made = site.add(Layers.EDGE, listener);
        AlbRules rules = new AlbRules(site, made);
        AlbModelRules modelRules = new AlbModelRules(site, made);
        for (Entry entry : entries) {
            if (!entry.equals(first)) {
                site.add(
                        Layers.EDGE,
                        Resource.of(
                                        made.id() + "CertificateOf" + Names.word(entry.name()),
                                        "AWS::ElasticLoadBalancingV2::ListenerCertificate")
                                .with("Certificates", Value.list(Value.field("CertificateArn", certificates.of(entry))))
                                .with("ListenerArn", made.identity()));
            }
            if (forwards.byModel()) {
                modelRules.of(entry, forwards);
            } else {
                rules.of(entry, forwards);
            }
        }
        return made;
    }

    private boolean verifiesClients(Entry entry) {
        return site.duty(HopKind.APPLICATION_LOAD_BALANCER, MutualTls.class, entry)
                .isPresent();
    }

    /** Port 80 answers with the way to port 443 and nothing else. */
    Resource redirect() {
        return site.add(
                Layers.EDGE,
                Resource.of(balancerId + "Http80", LISTENER)
                        .with("LoadBalancerArn", balancer.identity())
                        .with("Port", ApplicationBalancers.HTTP)
                        .with("Protocol", "HTTP")
                        .with(
                                "DefaultActions",
                                Value.list(Value.fields()
                                        .with("Type", "redirect")
                                        .with(
                                                "RedirectConfig",
                                                Value.fields()
                                                        .with("Port", "443")
                                                        .with("Protocol", "HTTPS")
                                                        .with("StatusCode", "HTTP_301")))));
    }

    static Value notFound() {
        return Value.fields().with("ContentType", "text/plain").with("StatusCode", "404");
    }
}
