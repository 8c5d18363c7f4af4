package dev.gatehouse.ambassador.emissary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the groups that a Host takes without asking every Host about every group. */
final class GroupIndex {
    private final List<HttpGroup> ordered;
    private final Map<String, List<Integer>> byHost = new HashMap<>();
    private final List<Integer> anywhere = new ArrayList<>();
    private final List<Integer> hostless = new ArrayList<>();

    GroupIndex(List<HttpGroup> ordered) {
        this.ordered = ordered;
        for (int i = 0; i < ordered.size(); i++) {
            HttpGroup group = ordered.get(i);
            if (group.first().synthetic() || group.anyHost() || HostGlob.wild(group.host())) {
                anywhere.add(i);
            } else if (group.host().isEmpty()) {
                hostless.add(i);
            } else {
                byHost.computeIfAbsent(group.host(), host -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The groups that a Host takes, in order. */
    List<HttpGroup> takenBy(Host host) {
        Stream<HttpGroup> perhaps = HostGlob.wild(host.hostname())
                ? ordered.stream()
                : Stream.of(
                                byHost.getOrDefault(host.hostname(), List.of()),
                                anywhere,
                                host.selects() ? hostless : List.<Integer>of())
                        .flatMap(List::stream)
                        .sorted()
                        .map(ordered::get);
        return perhaps.filter(group -> group.takenBy(host)).toList();
    }
}
