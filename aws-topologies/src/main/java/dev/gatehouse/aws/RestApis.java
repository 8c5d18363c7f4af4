package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Hash;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.TemplateYaml;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.spec.RateLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A REST API for each entry, so that nobody reaches one entry's models by another's name, with everything between its
 * custom domain and the VPC link.
 */
final class RestApis {
    /** A part of no path that clients see: the custom domain maps to it. */
    static final String STAGE = "live";

    private final Site site;
    private final Certificates certificates;

    RestApis(Site site, Certificates certificates) {
        this.site = site;
        this.certificates = certificates;
    }

    Exports apis(Exports behind) {
        Map<String, Value> stages = new LinkedHashMap<>();
        Map<String, Front> fronts = new LinkedHashMap<>();
        for (Entry entry : site.entriesAt(HopKind.REST_API)) {
            Resource api = api(entry);
            Optional<Resource> authorizer = new TokenAuthorizers(site).of(entry, api);
            unknownPaths(entry, api);
            List<Resource> content = new ApiTree(site, entry, api, behind, authorizer, needsKey(entry)).resources();
            Resource stage = stage(entry, api, authorizer, content);
            if (needsKey(entry)) {
                new UsagePlans(site).of(entry, api, stage);
            }
            stages.put(
                    Names.word(entry.name()),
                    Value.joined(
                            Value.text("arn:"),
                            Value.partition(),
                            Value.text(":apigateway:"),
                            Value.region(),
                            Value.text("::/restapis/"),
                            api.identity(),
                            Value.text("/stages/"),
                            stage.identity()));
            fronts.put(entry.name(), new CustomDomains(site, certificates).of(entry, api, stage));
        }
        return behind.withProtectable(stages).withFronts(fronts);
    }

    private Resource api(Entry entry) {
        Resource api = Resource.of(Names.word(entry.name()) + "RestApi", "AWS::ApiGateway::RestApi")
                .with("Name", site.spec().name() + "-" + entry.name())
                .with(
                        "Description",
                        "Entry " + entry.name() + " of " + site.spec().name() + ", " + entry.host())
                .with("BinaryMediaTypes", Value.list(Value.text("*/*")))
                .with("DisableExecuteApiEndpoint", true)
                .with("EndpointConfiguration", Value.field("Types", Value.list(Value.text("REGIONAL"))))
                .because("Bodies pass as they are. Nobody goes round the custom domain by the execute-api name.");
        if (needsKey(entry)) {
            api = api.with("ApiKeySourceType", TokenAuthorizers.namesConsumers(site, entry) ? "AUTHORIZER" : "HEADER");
        }
        return site.add(Layers.EDGE, api);
    }

    /** Whether the REST API itself limits each consumer, which it tells apart by API keys. */
    private boolean needsKey(Entry entry) {
        return site.duty(HopKind.REST_API, RateLimit.class, entry).isPresent();
    }

    /** A path that is not there answers 404 as any other server does, and not 403 as API Gateway would. */
    private void unknownPaths(Entry entry, Resource api) {
        if (site.spec().requirement(PrivateAdmin.class, entry).isEmpty()) {
            return;
        }
        site.add(
                Layers.EDGE,
                Resource.of(Names.word(entry.name()) + "UnknownPath", "AWS::ApiGateway::GatewayResponse")
                        .with(
                                "ResponseTemplates",
                                Value.field("application/json", Value.text("{\"message\": \"not found\"}")))
                        .with("ResponseType", "MISSING_AUTHENTICATION_TOKEN")
                        .with("RestApiId", api.identity())
                        .with("StatusCode", "404")
                        .because("Owed to private-admin: a path that is not published is not there."));
    }

    private Resource stage(Entry entry, Resource api, Optional<Resource> authorizer, List<Resource> content) {
        String word = Names.word(entry.name());
        List<Resource> snapshot = new ArrayList<>(List.of(api));
        authorizer.ifPresent(snapshot::add);
        site.draft().resource(word + "UnknownPath").ifPresent(snapshot::add);
        snapshot.addAll(content);
        List<String> methods = content.stream()
                .filter(resource -> resource.type().equals("AWS::ApiGateway::Method"))
                .map(Resource::id)
                .toList();
        Resource deployment = site.add(
                Layers.RELEASE,
                Resource.of(
                                word + "Deployment" + Hash.of(TemplateYaml.write(snapshot), 10),
                                "AWS::ApiGateway::Deployment")
                        .with("RestApiId", api.identity())
                        .after(methods)
                        .because("A snapshot of the API: its id changes with the API's content."));
        return site.add(
                Layers.RELEASE,
                Resource.of(word + "Stage", "AWS::ApiGateway::Stage")
                        .with("DeploymentId", deployment.identity())
                        .with("RestApiId", api.identity())
                        .with("StageName", STAGE));
    }
}
