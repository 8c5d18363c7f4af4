package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.emissary.Deployment;
import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All manifests, what Emissary makes of them, and who belongs to whom. Read by several threads, changed by none. */
final class Scene {
    private final RouteTable table;
    private final Map<Origin, Written> byOrigin = new HashMap<>();
    private final Map<Kind, List<Written>> kinds = new HashMap<>();
    private final List<Written> foreign = new ArrayList<>();
    private final String ambassadorId;
    private final Map<Written, Candidate> candidates = new HashMap<>();
    private final Map<Written, String> upstreams = new LinkedHashMap<>();
    private final List<Group> groups;

    private Scene(Manifests manifests) {
        List<Written> all = manifests.resources().stream()
                .map(Written::new)
                .sorted(Comparator.comparing(Written::sortKey))
                .toList();
        ambassadorId = chosenId(all);
        for (Written written : all) {
            if (ids(written).contains(ambassadorId)) {
                kinds.computeIfAbsent(written.kind(), kind -> new ArrayList<>()).add(written);
                byOrigin.put(written.origin(), written);
            } else {
                foreign.add(written);
            }
        }
        table = EmissaryRoutes.of(
                manifests, new Deployment(ambassadorId, Deployment.standard().namespace()));
        table.candidates()
                .forEach(candidate ->
                        resource(candidate.origin()).ifPresent(written -> candidates.put(written, candidate)));
        groups = groupsOf(table);
        for (VirtualHost host : table.virtualHosts()) {
            for (Route route : host.routes()) {
                if (route.action() instanceof Action.Forward forward) {
                    resource(route.origin()).ifPresent(written -> upstreams.put(written, forward.upstream()));
                }
            }
        }
    }

    static Scene of(Manifests manifests) {
        return new Scene(manifests);
    }

    /** The id that most resources are for; {@code default} in doubt. */
    private static String chosenId(List<Written> all) {
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(written -> ids(written).forEach(id -> counts.merge(id, 1, Integer::sum)));
        String standard = Deployment.standard().ambassadorId();
        return counts.containsKey(standard)
                ? standard
                : counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(standard);
    }

    private static List<String> ids(Written written) {
        if (!written.has("ambassador_id")) {
            return List.of(Deployment.standard().ambassadorId());
        }
        List<String> ids = new ArrayList<>();
        if (written.items("ambassador_id").isEmpty()) {
            ids.add(written.text("ambassador_id"));
        }
        written.items("ambassador_id").forEach(item -> {
            if (item instanceof dev.gatehouse.model.read.ScalarNode scalar) {
                ids.add(scalar.text());
            }
        });
        return ids;
    }

    private List<Group> groupsOf(RouteTable routes) {
        Map<Origin, List<Written>> members = new LinkedHashMap<>();
        Map<Origin, Written> shadows = new HashMap<>();
        Map<Origin, Written> redirects = new HashMap<>();
        for (Candidate candidate : routes.candidates()) {
            Optional<Written> written = resource(candidate.origin());
            if (written.isEmpty() || !candidate.origin().kind().equals(Kind.MAPPING.word())) {
                continue;
            }
            List<Written> serving = members.computeIfAbsent(candidate.group(), group -> new ArrayList<>());
            if (candidate.standing() == Standing.SERVES) {
                serving.add(written.get());
            } else if (candidate.standing() == Standing.MIRRORS) {
                shadows.put(candidate.group(), written.get());
            } else if (candidate.standing() == Standing.REDIRECTS) {
                redirects.put(candidate.group(), written.get());
            }
        }
        List<Group> all = new ArrayList<>();
        members.forEach((group, serving) -> all.add(new Group(
                serving, Optional.ofNullable(shadows.get(group)), Optional.ofNullable(redirects.get(group)))));
        return all;
    }

    /** What Emissary makes of it all. */
    RouteTable table() {
        return table;
    }

    /** The id of the Emissary that is meant. */
    String ambassadorId() {
        return ambassadorId;
    }

    /** The resources that another Emissary reads. */
    List<Written> foreign() {
        return foreign;
    }

    /** The resources of a kind for this Emissary, in the order of input. */
    List<Written> of(Kind kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    /** All resources for this Emissary. */
    List<Written> all() {
        return kinds.values().stream().flatMap(List::stream).toList();
    }

    List<Written> mappings() {
        return of(Kind.MAPPING);
    }

    List<Group> groups() {
        return groups;
    }

    /** The resource that something is due to, if it was written. */
    Optional<Written> resource(Origin origin) {
        return Optional.ofNullable(byOrigin.get(origin));
    }

    /** What became of a Mapping or TCPMapping. */
    Optional<Candidate> candidate(Written mapping) {
        return Optional.ofNullable(candidates.get(mapping));
    }

    boolean stands(Written mapping, Standing standing) {
        return candidate(mapping).filter(found -> found.standing() == standing).isPresent();
    }

    /** The Mappings with routes, and the names of the upstreams that they go to. */
    Map<Written, String> upstreams() {
        return upstreams;
    }

    /** The Module whose settings hold. */
    Optional<Written> module() {
        return of(Kind.MODULE).stream()
                .filter(module -> module.name().equals("ambassador"))
                .findFirst();
    }

    /** What Emissary complains of in resources of a kind. */
    List<Problem> problems(Kind kind) {
        return table.problems().stream()
                .filter(problem -> problem.culprit().kind().equals(kind.word()))
                .toList();
    }
}
