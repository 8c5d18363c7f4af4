package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import java.util.Optional;

/** Checks tokens at the HTTP API: by its own JWT authorizer where the keys are public, else by a function of yours. */
final class HttpAuthorizers {
    private static final String NATIVE = "JWT";
    private static final String TOKEN = "$request.header.Authorization";

    private final Site site;

    HttpAuthorizers(Site site) {
        this.site = site;
    }

    /** The authorizer of an entry's API, if the API checks its tokens. */
    Optional<Resource> of(Entry entry, Resource api) {
        Optional<Jwt> jwt = site.duty(HopKind.HTTP_API, Jwt.class, entry);
        if (jwt.isEmpty()) {
            return Optional.empty();
        }
        Resource authorizer = Resource.of(Names.word(entry.name()) + "TokenAuthorizer", "AWS::ApiGatewayV2::Authorizer")
                .with("ApiId", api.identity())
                .with("IdentitySource", Value.list(Value.text(TOKEN)))
                .with("Name", entry.name() + "-tokens");
        boolean own = jwt.get().jwksReach() == Entry.Reach.INTERNET;
        return Optional.of(site.add(Layers.EDGE, own ? withKeys(authorizer, jwt.get()) : withFunction(authorizer)));
    }

    /** What a route says that such an authorizer guards. */
    static String routeType(Resource authorizer) {
        return Value.text(NATIVE).equals(authorizer.properties().get("AuthorizerType")) ? NATIVE : "CUSTOM";
    }

    private static Resource withKeys(Resource authorizer, Jwt jwt) {
        return authorizer
                .with("AuthorizerType", NATIVE)
                .with(
                        "JwtConfiguration",
                        Value.fields()
                                .with("Audience", Value.texts(jwt.audience()))
                                .with("Issuer", jwt.issuer()))
                .because("It reads <issuer>/.well-known/openid-configuration, which must be there and public.");
    }

    private Resource withFunction(Resource authorizer) {
        return authorizer
                .with("AuthorizerType", "REQUEST")
                .with("AuthorizerPayloadFormatVersion", "2.0")
                .with("AuthorizerUri", TokenAuthorizers.function(site))
                .with("EnableSimpleResponses", true);
    }
}
