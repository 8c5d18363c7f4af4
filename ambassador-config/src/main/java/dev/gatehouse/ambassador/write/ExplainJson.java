package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.explain.Answer;
import dev.gatehouse.ambassador.explain.Bystander;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Retry;
import dev.gatehouse.ambassador.route.Route;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as the JSON document {@code gatehouse/explain/1}. */
public final class ExplainJson {
    /** The name of the form. */
    public static final String SCHEMA = "gatehouse/explain/1";

    private ExplainJson() {}

    /** The document as text. */
    public static String write(Explanation explanation) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.set("request", request(explanation.request()));
        explanation
                .listener()
                .forEach(listener ->
                        root.putObject("listener").put("name", listener.name()).put("port", listener.port()));
        explanation.virtualHost().forEach(host -> {
            ObjectNode node = root.putObject("virtualHost");
            ArrayNode domains = node.putArray("domains");
            host.domains().forEach(domains::add);
            node.set("host", origin(host.origin()));
        });
        ArrayNode outcomes = root.putArray("outcomes");
        explanation.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
        ArrayNode bystanders = root.putArray("bystanders");
        for (Bystander bystander : explanation.bystanders()) {
            bystanders.add(origin(bystander.origin()).put("why", bystander.why()));
        }
        ArrayNode notes = root.putArray("notes");
        explanation.notes().forEach(notes::add);
        return Json.text(root);
    }

    private static ObjectNode request(Request request) {
        ObjectNode node = Json.object();
        node.put("method", request.method());
        node.put("secure", request.secure());
        node.put("host", request.authority());
        node.put("target", request.target());
        ArrayNode headers = node.putArray("headers");
        request.headers()
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        return node;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode node = Json.object();
        node.put("percent", outcome.percent());
        node.put("from", outcome.from());
        node.put("below", outcome.below());
        for (Route route : outcome.by()) {
            node.set("by", origin(route.origin()));
        }
        node.set("answer", answer(outcome.answer()));
        return node;
    }

    private static ObjectNode answer(Answer answer) {
        ObjectNode node = Json.object();
        if (answer instanceof Answer.Forwarded forwarded) {
            forwarded(node.put("kind", "forwarded"), forwarded);
        } else if (answer instanceof Answer.Redirected redirected) {
            node.put("kind", "redirected").put("status", redirected.status()).put("location", redirected.location());
        } else if (answer instanceof Answer.Refused refused) {
            node.put("kind", "refused").put("status", refused.status()).put("why", refused.why());
        } else if (answer instanceof Answer.PassedOn passed) {
            ArrayNode upstreams = node.put("kind", "passed-on").putArray("upstreams");
            passed.upstreams().forEach(upstreams::add);
            node.set("by", origin(passed.origin()));
        } else if (answer instanceof Answer.Closed closed) {
            node.put("kind", "closed").put("why", closed.why());
        }
        return node;
    }

    private static void forwarded(ObjectNode node, Answer.Forwarded forwarded) {
        node.put("upstream", forwarded.upstream());
        node.put("tls", forwarded.tls());
        node.put("host", forwarded.host());
        node.put("target", forwarded.target());
        if (forwarded.limits().containsKey(Limit.REQUEST)) {
            node.put("timeoutMs", forwarded.limits().get(Limit.REQUEST).toMillis());
        }
        if (forwarded.limits().containsKey(Limit.IDLE)) {
            node.put("idleTimeoutMs", forwarded.limits().get(Limit.IDLE).toMillis());
        }
        if (forwarded.retry() instanceof Retry.On retry) {
            ObjectNode item = node.putObject("retry").put("on", retry.condition());
            if (retry.times() >= 0) {
                item.put("times", retry.times());
            }
            if (!retry.perTry().isEmpty()) {
                item.put("perTry", retry.perTry());
            }
        }
        if (!forwarded.mirrors().isEmpty()) {
            ArrayNode mirrors = node.putArray("mirror");
            for (Answer.Copy copy : forwarded.mirrors()) {
                mirrors.add(
                        origin(copy.origin()).put("upstream", copy.upstream()).put("percent", copy.percent()));
            }
        }
        if (!forwarded.upgrade().isEmpty()) {
            node.put("upgrade", forwarded.upgrade());
        }
    }

    private static ObjectNode origin(Origin origin) {
        return Json.object()
                .put("kind", origin.kind())
                .put("name", origin.name())
                .put("namespace", origin.namespace())
                .put("file", origin.place().file())
                .put("line", origin.place().line())
                .put("column", origin.place().column());
    }
}
