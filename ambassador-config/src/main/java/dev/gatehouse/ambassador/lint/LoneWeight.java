package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A weight on a Mapping that is alone with its conditions. */
final class LoneWeight implements Rule {
    private static final About ABOUT = About.of(
            "GH-434", Severity.WARNING, Source.RUN, "a weight on a Mapping that is alone with its conditions", """
            Weights divide the requests among Mappings with the same prefix, host, method, headers, query and
            precedence. One that is alone gets all requests, whatever its weight: a canary of 5 % whose headers
            differ a little from the base is a canary of 100 %.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<String, List<Written>> byPrefix = new HashMap<>();
        scene.mappings()
                .forEach(mapping -> byPrefix.computeIfAbsent(mapping.text("prefix"), prefix -> new ArrayList<>())
                        .add(mapping));
        for (Group group : scene.groups()) {
            if (group.members().size() != 1) {
                continue;
            }
            Written alone = group.members().get(0);
            if (alone.has("weight") && !alone.number("weight").equals(Optional.of(Weights.ALL))) {
                String near = byPrefix.getOrDefault(alone.text("prefix"), List.of()).stream()
                        .filter(other -> other != alone)
                        .findFirst()
                        .map(other -> "; " + other.key() + " has the same prefix and is not in its group")
                        .orElse("");
                report.add(
                        alone,
                        alone.place("weight"),
                        "weight " + alone.text("weight") + " on a Mapping that shares with no other" + near,
                        "it gets 100 % of its requests",
                        "give base and canary the same prefix, hostname, headers and precedence, or remove the weight");
            }
        }
    }
}
