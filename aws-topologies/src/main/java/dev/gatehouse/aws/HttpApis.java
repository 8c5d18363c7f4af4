package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP API for each entry, so that nobody reaches one entry's models by another's name, with everything between its
 * custom domain and the VPC link. Its stage deploys itself, so no deployment can be stale, and has no name, so the path
 * that the backend sees is the client's own.
 */
final class HttpApis {
    private static final String STAGE = "$default";

    private final Site site;
    private final Certificates certificates;

    HttpApis(Site site, Certificates certificates) {
        this.site = site;
        this.certificates = certificates;
    }

    Exports apis(Exports behind) {
        Map<String, Front> fronts = new LinkedHashMap<>();
        for (Entry entry : site.entriesAt(HopKind.HTTP_API)) {
            Resource api = site.add(
                    Layers.EDGE,
                    Resource.of(Names.word(entry.name()) + "HttpApi", "AWS::ApiGatewayV2::Api")
                            .with("Name", site.spec().name() + "-" + entry.name())
                            .with(
                                    "Description",
                                    "Entry " + entry.name() + " of "
                                            + site.spec().name() + ", " + entry.host())
                            .with("DisableExecuteApiEndpoint", true)
                            .with("ProtocolType", "HTTP")
                            .because("Nobody goes round the custom domain by the execute-api name."));
            Optional<Resource> authorizer = new HttpAuthorizers(site).of(entry, api);
            new HttpRoutes(site, entry, api, behind, authorizer).add();
            fronts.put(entry.name(), domain(entry, api));
        }
        return behind.withFronts(fronts);
    }

    private Front domain(Entry entry, Resource api) {
        String word = Names.word(entry.name());
        Resource stage = site.add(
                Layers.RELEASE,
                Resource.of(word + "Stage", "AWS::ApiGatewayV2::Stage")
                        .with("ApiId", api.identity())
                        .with("AutoDeploy", true)
                        .with("StageName", STAGE));
        Resource domain = Resource.of(word + "Domain", "AWS::ApiGatewayV2::DomainName")
                .with("DomainName", entry.host())
                .with(
                        "DomainNameConfigurations",
                        Value.list(Value.fields()
                                .with("CertificateArn", certificates.of(entry))
                                .with("EndpointType", "REGIONAL")
                                .with("SecurityPolicy", TlsPolicy.CUSTOM_DOMAIN)));
        Optional<MutualTls> mutualTls = site.duty(HopKind.HTTP_API, MutualTls.class, entry);
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
                Resource.of(word + "DomainMapping", "AWS::ApiGatewayV2::ApiMapping")
                        .with("ApiId", api.identity())
                        .with("DomainName", made.identity())
                        .with("Stage", stage.identity()));
        return new Front(made.attribute("RegionalDomainName"), made.attribute("RegionalHostedZoneId"));
    }
}
