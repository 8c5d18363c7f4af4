package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.TimeoutLadder;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;
import java.util.Optional;

/**
 * How a REST API calls what is behind its VPC link. The host in the address is the entry's own: it does not route (the
 * link does), but it is what the ingress tells entries apart by, and what the balancer's certificate is checked
 * against. The path is the client's own, without the stage.
 */
final class Integrations {
    private final Site site;
    private final Entry entry;
    private final Exports behind;

    Integrations(Site site, Entry entry, Exports behind) {
        this.site = site;
        this.entry = entry;
        this.behind = behind;
    }

    /**
     * The integration of a model.
     *
     * @param rest what follows the model's own path: nothing or {@code /{proxy}}
     */
    Value of(Model model, String rest) {
        Door door = behind.requiredDoor("rest-api", entry, model);
        String path = model.isPrefix() ? model.path().substring(0, model.path().length() - 1) : model.path();
        String scheme = door.tls() ? "https://" : "http://";
        Value.Fields parameters = Value.field("integration.request.header.Host", Value.text("'" + entry.host() + "'"));
        Optional<String> subject = site.topology().certificateVariable(entry);
        if (subject.isPresent()) {
            parameters =
                    parameters.with("integration.request.header." + Topology.CERTIFICATE_SUBJECT_HEADER, subject.get());
        }
        if (!rest.isEmpty()) {
            parameters = parameters.with("integration.request.path.proxy", "method.request.path.proxy");
        }
        Value.Fields integration = Value.fields()
                .with("ConnectionId", behind.requiredConnection("rest-api"))
                .with("ConnectionType", "VPC_LINK")
                .with("IntegrationHttpMethod", "ANY")
                .with("RequestParameters", parameters)
                .with("Type", "HTTP_PROXY")
                .with("Uri", scheme + entry.host() + ":" + door.port() + (path + rest).replaceFirst("^$", "/"));
        if (!site.entriesAt(HopKind.VPC_LINK_V2).isEmpty()) {
            integration = integration.with("IntegrationTarget", door.balancer());
        }
        Optional<TimeoutLadder> ladder = site.topology().seam().ladder(model.name());
        Optional<Duration> total = ladder.flatMap(rungs -> rungs.total(HopKind.REST_API));
        if (total.isPresent()) {
            integration = integration.with("TimeoutInMillis", total.get().toMillis());
        }
        boolean streamed = ladder.map(TimeoutLadder::streamed).orElse(false);
        return streamed ? integration.with("ResponseTransferMode", "STREAM") : integration;
    }

    /** Answers 404 by itself. Bodies are text here: with binary media types the answer would else be 500. */
    static Value notFound() {
        return Value.fields()
                .with("ContentHandling", "CONVERT_TO_TEXT")
                .with("IntegrationResponses", Value.list(Value.fields().with("StatusCode", "404")))
                .with("PassthroughBehavior", "NEVER")
                .with("RequestTemplates", Value.field("application/json", Value.text("{\"statusCode\": 404}")))
                .with("Type", "MOCK");
    }
}
