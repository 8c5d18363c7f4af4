package dev.gatehouse.lab.server;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Open Inference Protocol, version 2, over REST: what is asked about servers and models. */
final class OpenInference {
    private static final String ROOT = "/v2";
    private static final String MODELS = "/v2/models/";

    private OpenInference() {}

    /** Whether something is asked about a model, and not of it. */
    static boolean isQuestion(Wish wish) {
        return wish.request().method().equals(HttpMethod.GET)
                && wish.path().startsWith(MODELS)
                && !wish.path().endsWith("/infer");
    }

    /** What is asked about a server, a model by its name, or a path that an administrator asks for. */
    static FullHttpResponse ofServer(List<Served> models, Wish wish) {
        String path = wish.path();
        if (path.equals("/v2/health/live") || path.equals("/v2/health/ready")) {
            return Bodies.json(Map.of(path.substring(path.lastIndexOf('/') + 1), true));
        }
        if (path.equals(ROOT) || path.equals(ROOT + "/")) {
            return Bodies.json(Map.of("name", "gatehouse-lab", "version", "2", "extensions", List.of()));
        }
        if (path.startsWith("/v2/repository") || path.startsWith("/metrics")) {
            return Bodies.json(Map.of("path", path));
        }
        return named(models, path)
                .map(model -> isQuestion(wish) ? ofModel(model, wish) : missing(path))
                .orElseGet(() -> missing(path));
    }

    private static Optional<Served> named(List<Served> models, String path) {
        if (!path.startsWith(MODELS)) {
            return Optional.empty();
        }
        String name = path.substring(MODELS.length()).replaceFirst("/.*", "");
        return models.stream().filter(each -> each.model().name().equals(name)).findFirst();
    }

    private static FullHttpResponse missing(String path) {
        return Bodies.text(HttpResponseStatus.NOT_FOUND, "no model has the path " + path);
    }

    /** Whether a model is ready, or what it takes and gives. */
    static FullHttpResponse ofModel(Served served, Wish wish) {
        if (wish.path().endsWith("/ready")) {
            return Bodies.json(Map.of("name", served.model().name(), "ready", true));
        }
        return Bodies.json(Map.of(
                "name",
                served.model().name(),
                "versions",
                List.of("1"),
                "platform",
                "gatehouse_lab",
                "inputs",
                List.of(Map.of("name", "input", "datatype", "FP32", "shape", List.of(-1, -1))),
                "outputs",
                List.of(Map.of("name", "output", "datatype", "FP32", "shape", List.of(1, -1)))));
    }
}
