package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tightest limit of each kind along a model's path: the most that can be set where its owner may set it. */
final class Bounds {
    /** A hop's own limit, before it is told. */
    private record Bound(HopKind hop, Fact fact, Quantity most) {}

    private final Topology topology;
    private final EntryPath path;
    private final Model model;

    Bounds(Topology topology, EntryPath path, Model model) {
        this.topology = topology;
        this.path = path;
        this.model = model;
    }

    /** The longest whole answer: bounded by totals and, for one that comes in one piece, by the silence before it. */
    Optional<Limit> answer() {
        return tightest("request-timeout", Stream.concat(bounds("request-timeout"), silences()));
    }

    /** The longest whole stream. */
    Optional<Limit> stream() {
        return tightest("stream-timeout", bounds("stream-timeout"));
    }

    /** The longest silence on an open stream. */
    Optional<Limit> idle() {
        return tightest("idle-timeout", Stream.concat(bounds("stream-idle-timeout"), silences()));
    }

    /** The most bytes of that kind: {@code request-body}, {@code response-body} or {@code header-bytes}. */
    Optional<Limit> bytes(String id) {
        return tightest(id, bounds(id));
    }

    /** Every limit that holds on this path, for the list of limits; none of a kind of which a hop's is missing. */
    List<Limit> all() {
        List<Limit> limits = new ArrayList<>();
        if (model.isStreamed()) {
            known(stream(), "stream-timeout").ifPresent(limits::add);
            known(idle(), "stream-idle-timeout", "idle-timeout", "idle-timeout-tls")
                    .ifPresent(limits::add);
        } else {
            known(answer(), "request-timeout", "idle-timeout", "idle-timeout-tls")
                    .ifPresent(limits::add);
            known(bytes("response-body"), "response-body").ifPresent(limits::add);
        }
        known(bytes("request-body"), "request-body").ifPresent(limits::add);
        bytes("header-bytes").ifPresent(limits::add);
        return limits;
    }

    private Optional<Limit> known(Optional<Limit> tightest, String... ids) {
        return tightest.filter(
                limit -> Needed.missing(topology.known(), path, List.of(ids)).isEmpty());
    }

    private Stream<Bound> bounds(String id) {
        return path.onPath().stream().flatMap(hop -> bound(hop.kind(), id).stream());
    }

    private Stream<Bound> silences() {
        return path.onPath().stream()
                .filter(hop -> !hop.kind().equals(HopKind.REST_API))
                .flatMap(hop -> bound(hop.kind(), idleId(hop)).stream());
    }

    private Optional<Bound> bound(HopKind hop, String id) {
        return topology.known().fact(hop, id).flatMap(fact -> most(fact).map(most -> new Bound(hop, fact, most)));
    }

    /** The tightest, told as a limit: of equals the one nearest the edge. */
    private Optional<Limit> tightest(String as, Stream<Bound> bounds) {
        return bounds.min(Comparator.comparing(Bound::most)).map(bound -> limit(as, bound));
    }

    /** A TLS listener of an NLB has an idle timeout of its own, which nobody can set. */
    private String idleId(Hop hop) {
        boolean tlsListener = hop.kind().equals(HopKind.NETWORK_LOAD_BALANCER)
                && topology.seam()
                        .port(path.entry().name(), model.name())
                        .map(SeamPort::terminatesTls)
                        .orElse(false);
        return tlsListener ? "idle-timeout-tls" : "idle-timeout";
    }

    private Limit limit(String as, Bound bound) {
        Fact fact = bound.fact();
        return new Limit(
                as,
                Optional.of(model.name()),
                bound.most(),
                bound.hop(),
                fact,
                Uses.of(model, as),
                Raise.of(topology.facts(), fact, bound.most()),
                topology.known()
                        .fact(bound.hop(), fact.id().id() + "-shared-by")
                        .map(Fact::text));
    }

    /** The most that can be set; empty if what can be set has no upper end. */
    private static Optional<Quantity> most(Fact fact) {
        boolean openEnded = fact.min().isPresent() && fact.max().isEmpty();
        return openEnded ? Optional.empty() : fact.max().or(fact::value);
    }
}
