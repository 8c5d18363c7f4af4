package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Mappings that share their conditions, and so their requests. */
final class HttpGroup {
    /** What the first member lends to the group; a later one may lack it, but not have it otherwise. */
    private static final List<String> CORE = List.of(
            "bypass_auth",
            "circuit_breakers",
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms",
            "connect_timeout_ms",
            "keepalive",
            "labels",
            "load_balancer",
            "prefix",
            "prefix_exact",
            "prefix_regex");

    private static final Set<String> NOT_GATHERED = notGathered();

    /** Values of the group: those of the first member, then those that members leave behind. */
    final Attributes values = new Attributes();

    final Map<String, String> labels = new TreeMap<>();
    private final HttpMapping first;
    private final Problems problems;
    private final Set<String> identities = new HashSet<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Map<Origin, Integer> percentBelow = new HashMap<>();
    private List<HttpMapping> members = new ArrayList<>();

    /** Gathered like most values, so a group of a redirect alone has none: the redirect takes any query. */
    private List<MatchItem> query = List.of();

    private SortKey sortKey;
    private Optional<HttpMapping> shadow = Optional.empty();
    private Optional<HttpMapping> redirect = Optional.empty();
    private String host = "";

    HttpGroup(HttpMapping first, Problems problems) {
        this.first = first;
        this.problems = problems;
        this.sortKey = first.sortKey();
        for (String name : CORE) {
            first.values().get(name).ifPresent(value -> values.put(name, value));
        }
        admit(first);
    }

    private static Set<String> notGathered() {
        Set<String> names = new HashSet<>(CORE);
        names.addAll(
                Set.of("add_request_headers", "add_response_headers", "resolver", "service", "stats_name", "weight"));
        return names;
    }

    /** A Mapping that the group did not take, and why; empty where it was passed over without a word. */
    record Refusal(HttpMapping mapping, String why) {}

    /** Takes a Mapping in, or refuses it. One whose identity is there already is passed over without a word. */
    void add(HttpMapping mapping) {
        if (identities.contains(mapping.identity())) {
            refused.add(new Refusal(mapping, ""));
            return;
        }
        join(mapping);
    }

    private void join(HttpMapping mapping) {
        String mismatch = mismatch(mapping);
        if (!mismatch.isEmpty()) {
            refuse(mapping, "differs from " + first.origin().key() + ", the first of its group, in " + mismatch);
            return;
        }
        admit(mapping);
    }

    private void admit(HttpMapping mapping) {
        boolean asShadow = mapping.values().truthy("shadow");
        boolean asRedirect = mapping.values().truthy("host_redirect");
        if (asShadow && asRedirect) {
            problems.add(mapping.origin(), "shadow and host_redirect exclude each other: host_redirect is ignored");
        }
        if (asShadow) {
            joinAsShadow(mapping);
        } else if (asRedirect) {
            joinAsRedirect(mapping);
        } else {
            joinAsMember(mapping);
        }
    }

    private String mismatch(HttpMapping mapping) {
        List<String> names = new ArrayList<>();
        for (String name : CORE) {
            Optional<Object> own = mapping.values().get(name);
            boolean differs = name.equals("circuit_breakers")
                    ? !own.equals(values.get(name))
                    : own.isPresent() && !own.equals(values.get(name));
            if (differs) {
                names.add(name);
            }
        }
        if (!mapping.headers().equals(first.headers())) {
            names.add("headers");
        }
        return String.join(", ", names);
    }

    private void joinAsShadow(HttpMapping mapping) {
        if (shadow.isPresent()) {
            refuse(mapping, "is a second shadow beside " + shadow.get().origin().key());
        } else {
            shadow = Optional.of(mapping);
        }
    }

    private void joinAsRedirect(HttpMapping mapping) {
        if (redirect.isPresent()) {
            refuse(
                    mapping,
                    "is a second host_redirect beside "
                            + redirect.get().origin().key());
        } else if (!members.isEmpty()) {
            refuse(
                    mapping,
                    "is a host_redirect beside " + members.get(0).origin().key() + ", which is none");
        } else {
            redirect = Optional.of(mapping);
        }
    }

    private void joinAsMember(HttpMapping mapping) {
        if (redirect.isPresent()) {
            String why = "is no host_redirect beside " + redirect.get().origin().key() + ", which is one";
            refused.add(new Refusal(mapping, why));
            problems.add(Problems.GLOBAL, mapping.origin(), mapping.origin().key() + " " + why);
            return;
        }
        members.add(mapping);
        identities.add(mapping.identity());
        if (mapping.sortKey().compareTo(sortKey) > 0) {
            sortKey = mapping.sortKey();
        }
    }

    /** The compiler files a refusal under the first member, not under the one that it refuses. */
    private void refuse(HttpMapping mapping, String why) {
        refused.add(new Refusal(mapping, why));
        problems.add(filedUnder(), mapping.origin(), mapping.origin().key() + " " + why);
    }

    String filedUnder() {
        return first.origin().synthetic() ? Problems.MODULE : first.origin().key();
    }

    /**
     * Gathers what members leave to the group: of most values the last one's holds for all.
     *
     * @param complaints gets what is wrong with the weights
     */
    void gather(Module module, Problems complaints) {
        Map<String, Object> requestHeaders = new LinkedHashMap<>();
        Map<String, Object> responseHeaders = new LinkedHashMap<>();
        List<HttpMapping> sorted = members.stream()
                .sorted(Comparator.comparing(HttpMapping::sortKey))
                .toList();
        for (HttpMapping mapping : sorted) {
            mapping.values().values().forEach((name, value) -> {
                if (!NOT_GATHERED.contains(name)) {
                    values.put(name, value);
                }
            });
            host = mapping.host();
            query = mapping.query();
            requestHeaders.putAll(mapping.values().map("add_request_headers").values());
            responseHeaders.putAll(mapping.values().map("add_response_headers").values());
            labels.putAll(mapping.labels());
        }
        values.put("add_request_headers", requestHeaders);
        values.put("add_response_headers", responseHeaders);
        if (!values.has("load_balancer")) {
            module.get("load_balancer").ifPresent(value -> values.put("load_balancer", value));
        }
        redirect.filter(mapping -> mapping.values().has("case_sensitive"))
                .ifPresent(
                        mapping -> values.put("case_sensitive", mapping.values().truthy("case_sensitive")));
        if (redirect.isEmpty()) {
            members = Weights.settle(
                    members, percentBelow, problem -> complaints.add(filedUnder(), first.origin(), problem));
        }
    }

    /** Below which draw a member is taken. */
    int percentBelow(HttpMapping member) {
        return percentBelow.getOrDefault(member.origin(), 0);
    }

    Origin first() {
        return first.origin();
    }

    List<MatchItem> headers() {
        return first.headers();
    }

    List<MatchItem> query() {
        return query;
    }

    List<HttpMapping> members() {
        return members;
    }

    Optional<HttpMapping> shadow() {
        return shadow;
    }

    Optional<HttpMapping> redirect() {
        return redirect;
    }

    List<Refusal> refused() {
        return refused;
    }

    SortKey sortKey() {
        return sortKey;
    }

    /** The host by which Hosts take it; empty for none. */
    String host() {
        return host.isEmpty() ? redirect.map(HttpMapping::host).orElse("") : host;
    }

    /** Whether its host is an expression, and so every Host takes it. */
    boolean anyHost() {
        return values.truthy("host_regex");
    }

    boolean takenBy(Host candidate) {
        return first.origin().synthetic() || candidate.takes(anyHost(), host(), labels);
    }
}
