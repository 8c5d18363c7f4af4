package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.RateLimit;
import java.util.Optional;

/** Checks tokens at the REST API: its own JWT authorizer where the keys are public, else a Lambda function of yours. */
final class TokenAuthorizers {
    private static final String NATIVE = "JWT";

    private final Site site;

    TokenAuthorizers(Site site) {
        this.site = site;
    }

    /** The authorizer of an entry's API, if the API keeps its tokens. */
    Optional<Resource> of(Entry entry, Resource api) {
        return site.duty(HopKind.REST_API, Jwt.class, entry).map(jwt -> {
            Resource authorizer = Resource.of(
                            Names.word(entry.name()) + "TokenAuthorizer", "AWS::ApiGateway::Authorizer")
                    .with("IdentitySource", "method.request.header.Authorization")
                    .with("Name", entry.name() + "-tokens")
                    .with("RestApiId", api.identity());
            boolean own = jwt.jwksReach() == Entry.Reach.INTERNET && !namesConsumers(entry);
            return site.add(Layers.EDGE, own ? withKeys(authorizer, jwt) : withFunction(authorizer));
        });
    }

    /** What a method says that such an authorizer guards. */
    static String methodType(Resource authorizer) {
        return Value.text(NATIVE).equals(authorizer.properties().get("Type")) ? NATIVE : "CUSTOM";
    }

    /** Whether usage plans count by what the token says: only a function can hand that on to them. */
    private boolean namesConsumers(Entry entry) {
        return site.duty(HopKind.REST_API, RateLimit.class, entry).isPresent()
                && site.spec()
                        .consumers()
                        .identity(entry)
                        .map(identity -> identity.by() == Identity.By.JWT_CLAIM)
                        .orElse(false);
    }

    private static Resource withKeys(Resource authorizer, Jwt jwt) {
        return authorizer
                .with("Type", NATIVE)
                .with(
                        "JwtConfiguration",
                        Value.fields()
                                .with("DefaultAlgorithms", Value.list(Value.text("RS256")))
                                .with(
                                        "Issuers",
                                        Value.list(Value.fields()
                                                .with("Audiences", Value.texts(jwt.audience()))
                                                .with("Issuer", jwt.issuer()))))
                .because("It reads <issuer>/.well-known/openid-configuration, which must be there and public.");
    }

    private Resource withFunction(Resource authorizer) {
        Value function = site.ask(
                "TokenAuthorizerArn",
                "String",
                "The ARN of a Lambda function that checks tokens; its policy must let API Gateway call it");
        return authorizer
                .with("Type", "TOKEN")
                .with(
                        "AuthorizerUri",
                        Value.joined(
                                Value.text("arn:"),
                                Value.partition(),
                                Value.text(":apigateway:"),
                                Value.region(),
                                Value.text(":lambda:path/2015-03-31/functions/"),
                                function,
                                Value.text("/invocations")));
    }
}
