package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps private-admin: the listed paths lead nowhere on public entries, and from inside the VPC
 * {@code /admin/<model><path>} leads to the model.
 */
final class AdminPaths {
    /** Emissary's own admin port in the same pod. It answers 404 to any path that it does not know. */
    private static final String NOWHERE = "127.0.0.1:8877";

    private static final String NO_SUCH_PATH = "/gatehouse/not-found";
    private static final int ABOVE_ALL_MODELS = 1;

    private final Topology topology;
    private final boolean tokensAreAsked;

    AdminPaths(Topology topology) {
        this.topology = topology;
        this.tokensAreAsked = new Tokens(topology).isAsked();
    }

    List<Commented> all() {
        List<Commented> mappings = new ArrayList<>();
        for (Served served : Served.all(topology)) {
            for (String hostname : served.hostnames()) {
                mappings.addAll(served.entry().isPublic() ? hidden(served, hostname) : reachable(served, hostname));
            }
        }
        return mappings;
    }

    // ---- on public entries

    /** Paths that no model of the entry takes have no route, and so answer 404 already. */
    private List<Commented> hidden(Served served, String hostname) {
        List<Commented> mappings = new ArrayList<>();
        for (String path : paths(served)) {
            boolean isTaken = topology.spec().modelsOf(served.entry()).stream().anyMatch(model -> meets(model, path));
            if (isTaken) {
                for (Match match : matches(path)) {
                    mappings.add(hidden(served, hostname, match));
                }
            }
        }
        return mappings;
    }

    private List<String> paths(Served served) {
        return topology.spec().requirements(PrivateAdmin.class).stream()
                .filter(admin -> !served.entry().isPublic() || admin.scope().covers(served.entry()))
                .flatMap(admin -> admin.paths().stream())
                .map(AdminPaths::withoutSlash)
                .distinct()
                .toList();
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Whether a request can be both for the model and for {@code path} or something below it. */
    static boolean meets(Model model, String path) {
        String below = path + "/";
        if (!model.isPrefix()) {
            return model.path().equals(path) || model.path().startsWith(below);
        }
        return model.path().startsWith(below) || below.startsWith(model.path());
    }

    /** The path itself and all that is below it. */
    private static List<Match> matches(String path) {
        Match below = new Match(path + "/", false, new TreeMap<>(), false);
        return path.isEmpty() ? List.of(below) : List.of(new Match(path, true, new TreeMap<>(), false), below);
    }

    private Commented hidden(Served served, String hostname, Match match) {
        List<String> words = new ArrayList<>(List.of(served.entry().name()));
        words.addAll(Served.suffix(hostname));
        words.addAll(List.of("hidden", match.path()));
        words.addAll(match.exact() ? List.of("exact") : List.of());
        Fields spec = match.fields(hostname)
                .put("precedence", ABOVE_ALL_MODELS, "private-admin: before any model that takes this path")
                .put("rewrite", NO_SUCH_PATH)
                .put("service", NOWHERE, "Emissary's own admin port, which answers 404")
                .put("cluster_tag", "hidden")
                .putIf(tokensAreAsked, "bypass_auth", true);
        return mapping(served, words, spec);
    }

    // ---- on entries inside the VPC

    private List<Commented> reachable(Served served, String hostname) {
        List<Commented> mappings = new ArrayList<>();
        for (String path : paths(served)) {
            for (Model model : topology.spec().models()) {
                for (Match match : matches(path)) {
                    mappings.add(reachable(served, hostname, model, match));
                }
            }
        }
        return mappings;
    }

    private Commented reachable(Served served, String hostname, Model model, Match match) {
        List<String> words = new ArrayList<>(List.of(served.entry().name()));
        words.addAll(Served.suffix(hostname));
        words.addAll(List.of("admin", model.name(), match.path()));
        words.addAll(match.exact() ? List.of("exact") : List.of());
        Match outside =
                new Match("/admin/" + model.name() + match.path(), match.exact(), match.headers(), match.pinned());
        long allowed = Concurrency.of(model, topology.facts()).allowed();
        Fields spec = outside.fields(hostname)
                .put("rewrite", match.path(), "private-admin: the model's own path")
                .put("service", model.service().toString())
                .put("cluster_tag", model.name() + "-admin")
                .put(
                        "timeout_ms",
                        Timeouts.millis(ChosenTimes.ofAdministration(topology)),
                        "loading a model takes its time")
                .put("idle_timeout_ms", Timeouts.millis(ChosenTimes.ofAdministration(topology)))
                .put(
                        "circuit_breakers",
                        List.of(new Fields()
                                .put("max_connections", allowed)
                                .put("max_pending_requests", allowed)
                                .put("max_requests", allowed)
                                .values()))
                .putIf(model.protocol() == Protocol.GRPC, "grpc", true)
                .putIf(
                        tokensAreAsked && !topology.keeps(HopKind.AMBASSADOR, Jwt.class, served.entry()),
                        "bypass_auth",
                        true);
        return mapping(served, words, spec);
    }

    private Commented mapping(Served served, List<String> words, Fields spec) {
        String platform = topology.spec().name();
        return CustomResource.ambassador(
                "Mapping",
                topology.spec().cluster().namespace(),
                Names.of(platform, words),
                Labels.ofEntry(platform, served.port().name(), served.entry().name()),
                spec);
    }
}
