package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Topology;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a spec may say that Emissary would not take as it is meant. */
final class Checks {
    static final RuleId ENVIRONMENT = new RuleId("GH-500");
    static final RuleId SAME_NAME = new RuleId("GH-501");
    static final RuleId SAME_GROUP = new RuleId("GH-502");
    static final RuleId PIN = new RuleId("GH-503");

    /** What Python's {@code os.path.expandvars} replaces. */
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\w|\\{)");

    private final List<Finding> findings = new ArrayList<>();

    private Checks() {}

    /**
     * Refuses what would be something else in the cluster.
     *
     * @throws InvalidInputException with every finding
     */
    static void check(Topology topology, List<Commented> resources) {
        Checks checks = new Checks();
        checks.names(resources);
        checks.groups(resources);
        Served.all(topology).forEach(served -> checks.entry(topology, served));
        resources.forEach(checks::variables);
        if (!checks.findings.isEmpty()) {
            throw new InvalidInputException(checks.findings);
        }
    }

    private void names(List<Commented> resources) {
        Map<String, Commented> known = new HashMap<>();
        for (Commented resource : resources) {
            Commented other = known.putIfAbsent(resource.subject(), resource);
            if (other != null) {
                add(
                        SAME_NAME,
                        resource.subject(),
                        "two resources would both be named " + resource.subject(),
                        "the cluster would keep one of them",
                        "rename a model or an entry, so that their names joined by hyphens differ");
            }
        }
    }

    /** Emissary joins what a Mapping matches without separators, so that different matches can look alike to it. */
    private void groups(List<Commented> resources) {
        Map<String, String> known = new HashMap<>();
        for (Commented resource : resources) {
            if (!resource.resource().getKind().equals("Mapping")) {
                continue;
            }
            Map<String, Object> spec = spec(resource);
            String match = spec.get("prefix") + "\n" + spec.get("prefix_exact") + "\n" + spec.get("headers") + "\n"
                    + spec.get("hostname") + "\n" + spec.get("precedence") + "\n"
                    + resource.resource().getMetadata().getLabels().get(Labels.MODEL);
            String other = known.putIfAbsent(joined(spec), match);
            if (other != null && !other.equals(match)) {
                add(
                        SAME_GROUP,
                        resource.subject(),
                        "Emissary can't tell what " + resource.subject() + " matches from what another Mapping does",
                        "it joins path, headers and host without separators, and drops the second one",
                        "change the path or the header of one of the two models");
            }
        }
    }

    private static String joined(Map<String, Object> spec) {
        StringBuilder group = new StringBuilder().append(spec.get("prefix"));
        if (spec.get("headers") instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> group.append(name).append(value));
        }
        group.append(":authority").append(spec.get("hostname"));
        return spec.containsKey("precedence")
                ? group.append(spec.get("precedence")).toString()
                : group.toString();
    }

    private void entry(Topology topology, Served served) {
        List<Model> models = topology.spec().modelsOf(served.entry());
        for (Model model : models) {
            model.canary()
                    .flatMap(Canary::pin)
                    .ifPresent(pin -> models.stream()
                            .filter(other -> !other.equals(model) && isTakenBy(model, pin, other))
                            .forEach(other -> pinned(model, pin, other)));
        }
    }

    /** Whether a request for {@code other} that has the pin could go to the canary of {@code model}. */
    private static boolean isTakenBy(Model model, Canary.Pin pin, Model other) {
        boolean samePath = bare(model.path()).equals(bare(other.path()));
        boolean moreHeaders = other.headers().size() > model.headers().size()
                && other.headers().entrySet().containsAll(model.headers().entrySet());
        boolean apart = other.headers().containsKey(pin.header())
                && !pin.value().equals(other.headers().get(pin.header()));
        return samePath && moreHeaders && !apart;
    }

    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void pinned(Model model, Canary.Pin pin, Model other) {
        add(
                PIN,
                "models." + model.name() + ".canary.pin",
                "a request for " + other.name() + " that has " + pin.header() + ": " + pin.value()
                        + " may reach the canary of " + model.name(),
                "both answer " + model.path() + ", and Emissary tries the longer headers first",
                "give " + model.name() + " a header of its own, such as x-model: " + model.name());
    }

    private void variables(Commented resource) {
        if (resource.resource() instanceof GenericKubernetesResource custom) {
            texts(custom.getAdditionalProperties()).stream()
                    .filter(text -> VARIABLE.matcher(text).find())
                    .distinct()
                    .forEach(text -> add(
                            ENVIRONMENT,
                            resource.subject(),
                            "'" + text + "' holds a dollar sign with a name behind it",
                            "Emissary replaces $NAME by the environment of its pods before it reads anything",
                            "write it without the dollar sign"));
        }
    }

    private static List<String> texts(Object value) {
        if (value instanceof Map<?, ?> object) {
            List<String> all = new ArrayList<>();
            object.forEach((key, each) -> {
                all.addAll(texts(key));
                all.addAll(texts(each));
            });
            return all;
        }
        if (value instanceof List<?> items) {
            return items.stream().flatMap(item -> texts(item).stream()).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    private static Map<String, Object> spec(Commented resource) {
        Map<String, Object> values = new HashMap<>();
        if (resource.resource() instanceof GenericKubernetesResource custom
                && custom.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            spec.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        return values;
    }

    private void add(RuleId rule, String subject, String what, String why, String fix) {
        findings.add(new Finding(rule, Severity.ERROR, Place.ofBuilder(), subject, what, why, fix));
    }
}
