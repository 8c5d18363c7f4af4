package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import java.util.Optional;

/** The name under which an entry's API is called, and the only way to it. */
final class CustomDomains {
    private final Site site;
    private final Certificates certificates;

    CustomDomains(Site site, Certificates certificates) {
        this.site = site;
        this.certificates = certificates;
    }

    Front of(Entry entry, Resource api, Resource stage) {
        String word = Names.word(entry.name());
        Resource domain = Resource.of(word + "Domain", "AWS::ApiGateway::DomainName")
                .with("DomainName", entry.host())
                .with("EndpointConfiguration", Value.field("Types", Value.list(Value.text("REGIONAL"))))
                .with("RegionalCertificateArn", certificates.of(entry))
                .with("SecurityPolicy", TlsPolicy.CUSTOM_DOMAIN);
        Optional<MutualTls> mutualTls = site.duty(HopKind.REST_API, MutualTls.class, entry);
        if (mutualTls.isPresent()) {
            domain = domain.with(
                            "MutualTlsAuthentication",
                            Value.field(
                                    "TruststoreUri", Value.text(mutualTls.get().trust())))
                    .because("Owed to mutual-tls: clients are verified against this bundle.");
        }
        Resource made = site.add(Layers.RELEASE, domain);
        site.add(
                Layers.RELEASE,
                Resource.of(word + "DomainMapping", "AWS::ApiGateway::BasePathMapping")
                        .with("DomainName", made.identity())
                        .with("RestApiId", api.identity())
                        .with("Stage", stage.identity()));
        return new Front(made.attribute("RegionalDomainName"), made.attribute("RegionalHostedZoneId"));
    }
}
