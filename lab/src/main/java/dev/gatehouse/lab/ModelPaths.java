package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.model.spec.Model;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which model of an entry a request means: by the longest path, then by the most headers. */
final class ModelPaths {
    private final List<Model> models;

    ModelPaths(List<Model> models) {
        this.models = models.stream()
                .sorted(Comparator.comparingInt((Model model) -> model.path().length())
                        .thenComparingInt(model -> model.headers().size())
                        .reversed())
                .toList();
    }

    Optional<Model> of(HttpRequest head) {
        String path = Asked.path(head);
        return models.stream()
                .filter(model -> takes(model, path))
                .filter(model -> model.headers().entrySet().stream()
                        .allMatch(header ->
                                header.getValue().equals(head.headers().get(header.getKey()))))
                .findFirst();
    }

    private static boolean takes(Model model, String path) {
        return model.isPrefix()
                ? path.startsWith(model.path())
                        || path.equals(model.path().substring(0, model.path().length() - 1))
                : path.equals(model.path());
    }
}
