package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.Duty;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What review boards ask of each component, in the words of its sheet: the notes that are named after a subject, such
 * as {@code maintenance}, {@code maintenance-latest-release} or {@code legacy}. A note named after a promise,
 * {@code you-run-jwt}, is said only where the component keeps that promise.
 */
final class BoardFold {
    /** The subjects, in the order of the tables. */
    static final List<String> SUBJECTS =
            List.of("maintenance", "request-id", "trace", "you-run", "lost-zone", "lost-region");

    /** What is said of every platform, whatever its path, stands on the sheet of the Region. */
    private static final HopKind REGION = new HopKind("region");

    /** Notes that say of a component that its time is over, or when it will be. */
    private static final Set<String> ENDINGS = Set.of("legacy", "end-of-support");

    private static final Set<String> PROMISES =
            Set.of("web-firewall", "fixed-address", "rate-limit", "jwt", "mutual-tls", "encrypted", "private-admin");

    private BoardFold() {}

    static List<Measure> measures(Topology topology) {
        List<Measure> measures = new ArrayList<>();
        Set<HopKind> kinds = kinds(topology);
        for (String subject : SUBJECTS) {
            for (HopKind kind : kinds) {
                topology.facts().all(kind.id()).stream()
                        .filter(fact -> isAbout(fact, subject))
                        .filter(fact -> applies(topology, kind, fact, subject))
                        .forEach(fact ->
                                measures.add(new Measure(subject, Optional.of(kind), fact.text(), "", List.of(fact))));
            }
        }
        return measures;
    }

    /** Every component that some entry's requests meet, edge first, and the Region last. */
    private static Set<HopKind> kinds(Topology topology) {
        Set<HopKind> kinds = new LinkedHashSet<>();
        Stream.concat(Stream.of(topology.hops()), topology.paths().stream().map(EntryPath::hops))
                .flatMap(List::stream)
                .map(Hop::kind)
                .forEach(kinds::add);
        kinds.add(REGION);
        return kinds;
    }

    private static boolean isAbout(Fact fact, String subject) {
        String id = fact.id().id();
        boolean isNamedAfter = id.equals(subject) || id.startsWith(subject + "-");
        return fact.section() == Section.NOTE
                && (isNamedAfter || (subject.equals("maintenance") && ENDINGS.contains(id)));
    }

    private static boolean applies(Topology topology, HopKind kind, Fact fact, String subject) {
        String id = fact.id().id();
        String rest = id.startsWith(subject + "-") ? id.substring(subject.length() + 1) : "";
        boolean isHere = fact.region()
                .map(region -> region.equals(topology.spec().region()))
                .orElse(true);
        return isHere
                && (!PROMISES.contains(rest)
                        || topology.duties(kind).stream()
                                .map(Duty::requirement)
                                .map(Requirement::word)
                                .anyMatch(rest::equals));
    }
}
