package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.Refusal;
import dev.gatehouse.lab.stage.Route;
import dev.gatehouse.lab.stage.Router;
import dev.gatehouse.lab.stage.Routing;
import dev.gatehouse.model.spec.Model;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses by host, then by the models' paths. What matches neither is refused as the hop refuses it. */
final class HostRouter implements Router {
    private final Map<String, Hosted> byHost;
    private final Refusal unknownHost;

    HostRouter(Map<String, Hosted> byHost, Refusal unknownHost) {
        this.byHost = Map.copyOf(byHost);
        this.unknownHost = unknownHost;
    }

    /**
     * What one host has.
     *
     * @param paths which model a request means
     * @param routes where each model is, by its name
     * @param hidden path prefixes that are not found, whatever model has them
     * @param rest where everything else goes, or how it is refused
     * @param notFound how a hidden path is refused
     */
    record Hosted(ModelPaths paths, Map<String, Route> routes, List<String> hidden, Routing rest, Refusal notFound) {
        Hosted {
            routes = Map.copyOf(routes);
            hidden = List.copyOf(hidden);
        }
    }

    static Refusal refusal(String hop, int status, Reason reason) {
        return new Refusal(
                status,
                hop,
                reason,
                reason == Reason.UNKNOWN_HOST ? "this host is not served here" : "this path is not published");
    }

    @Override
    public Routing route(String host, HttpRequest head) {
        Hosted hosted = byHost.get(host);
        if (hosted == null) {
            return unknownHost;
        }
        if (isHidden(hosted, Asked.path(head))) {
            return hosted.notFound();
        }
        Optional<Model> model = hosted.paths().of(head);
        Route route = model.isEmpty() ? null : hosted.routes().get(model.get().name());
        return route == null ? hosted.rest() : route;
    }

    private static boolean isHidden(Hosted hosted, String path) {
        for (String hidden : hosted.hidden()) {
            if (path.startsWith(hidden) || (path + "/").equals(hidden)) {
                return true;
            }
        }
        return false;
    }
}
