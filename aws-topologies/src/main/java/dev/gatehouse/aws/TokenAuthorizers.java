package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.RateLimit;
import java.util.List;
import java.util.Optional;

/** Checks tokens at the REST API: by its own JWT authorizer where the keys are public, else by a function of yours. */
final class TokenAuthorizers {
    private static final String NATIVE = "JWT";

    private final Site site;

    TokenAuthorizers(Site site) {
        this.site = site;
    }

    /** The authorizer of an entry's API, if the API checks its tokens or must learn who calls. */
    Optional<Resource> of(Entry entry, Resource api) {
        Optional<Jwt> jwt = site.duty(HopKind.REST_API, Jwt.class, entry);
        boolean namesConsumers = namesConsumers(site, entry);
        if (jwt.isEmpty() && !namesConsumers) {
            return Optional.empty();
        }
        Resource authorizer = Resource.of(Names.word(entry.name()) + "TokenAuthorizer", "AWS::ApiGateway::Authorizer")
                .with("Name", entry.name() + "-tokens")
                .with("RestApiId", api.identity());
        if (jwt.isEmpty()) {
            return Optional.of(site.add(
                    Layers.EDGE,
                    withFunction(authorizer)
                            .with("Type", "REQUEST")
                            .with("AuthorizerResultTtlInSeconds", 0)
                            .because("Owed to rate-limit: it says which plan's key a request counts against.")));
        }
        Resource checking = authorizer.with("IdentitySource", "method.request.header.Authorization");
        Resource asked = algorithm(jwt.get())
                .filter(name -> !namesConsumers)
                .map(name -> withKeys(checking, jwt.get(), name))
                .orElseGet(() -> withFunction(checking).with("Type", "TOKEN"));
        return Optional.of(site.add(Layers.EDGE, asked));
    }

    /** What a method says that such an authorizer guards. */
    static String methodType(Resource authorizer) {
        return Value.text(NATIVE).equals(authorizer.properties().get("Type")) ? NATIVE : "CUSTOM";
    }

    /** Whether usage plans count by something else than an API key: only a function can hand it on to them. */
    static boolean namesConsumers(Site site, Entry entry) {
        return site.duty(HopKind.REST_API, RateLimit.class, entry).isPresent()
                && site.spec()
                        .consumers()
                        .identity(entry)
                        .map(identity -> identity.by() != Identity.By.API_KEY)
                        .orElse(false);
    }

    /**
     * What the API's own authorizer takes a signature by; empty where it can't fetch the keys, or was not there yet.
     */
    private Optional<String> algorithm(Jwt jwt) {
        return site.topology()
                .facts()
                .find(HopKind.REST_API.id(), "jwt-algorithm")
                .filter(fact -> jwt.jwksReach() == Entry.Reach.INTERNET)
                .flatMap(Fact::by);
    }

    private static Resource withKeys(Resource authorizer, Jwt jwt, String algorithm) {
        return authorizer
                .with("Type", NATIVE)
                .with(
                        "JwtConfiguration",
                        Value.fields()
                                .with("DefaultAlgorithms", Value.texts(List.of(algorithm)))
                                .with(
                                        "Issuers",
                                        Value.list(Value.fields()
                                                .with("Audiences", Value.texts(jwt.audience()))
                                                .with("Issuer", jwt.issuer()))))
                .because("It reads <issuer>/.well-known/openid-configuration, which must be there and public.");
    }

    private Resource withFunction(Resource authorizer) {
        return authorizer.with("AuthorizerUri", function(site));
    }

    /** How API Gateway calls a function of yours that checks tokens. */
    static Value function(Site site) {
        Value function = site.ask(
                "TokenAuthorizerArn",
                "String",
                "The ARN of a Lambda function that checks tokens; its policy must let API Gateway call it");
        return Value.joined(
                Value.text("arn:"),
                Value.partition(),
                Value.text(":apigateway:"),
                Value.region(),
                Value.text(":lambda:path/2015-03-31/functions/"),
                function,
                Value.text("/invocations"));
    }
}
