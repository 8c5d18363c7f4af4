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
    private static final Comparator<Limit> TIGHTEST = Comparator.comparing(Limit::value);

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
        return Stream.concat(total("request-timeout", "request-timeout"), silence("request-timeout"))
                .min(TIGHTEST);
    }

    /** The longest whole stream. */
    Optional<Limit> stream() {
        return total("stream-timeout", "stream-timeout").min(TIGHTEST);
    }

    /** The longest silence on an open stream. */
    Optional<Limit> idle() {
        return Stream.concat(total("idle-timeout", "stream-idle-timeout"), silence("idle-timeout"))
                .min(TIGHTEST);
    }

    /** The largest body of that kind, {@code request-body} or {@code response-body}. */
    Optional<Limit> body(String id) {
        return total(id, id).min(TIGHTEST);
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
            known(body("response-body"), "response-body").ifPresent(limits::add);
        }
        known(body("request-body"), "request-body").ifPresent(limits::add);
        total("header-bytes", "header-bytes").min(TIGHTEST).ifPresent(limits::add);
        return limits;
    }

    private Optional<Limit> known(Optional<Limit> tightest, String... ids) {
        return tightest.filter(
                limit -> Needed.missing(topology.known(), path, List.of(ids)).isEmpty());
    }

    private Stream<Limit> total(String as, String id) {
        return path.onPath().stream().flatMap(hop -> limit(as, hop.kind(), id).stream());
    }

    private Stream<Limit> silence(String as) {
        return path.onPath().stream()
                .filter(hop -> !hop.kind().equals(HopKind.REST_API))
                .flatMap(hop -> limit(as, hop.kind(), idleId(hop)).stream());
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

    private Optional<Limit> limit(String as, HopKind hop, String id) {
        return topology.known()
                .fact(hop, id)
                .flatMap(fact -> most(fact)
                        .map(value -> new Limit(
                                as,
                                Optional.of(model.name()),
                                value,
                                hop,
                                fact,
                                Uses.of(model, as),
                                Raise.of(topology.facts(), fact, value),
                                topology.known().fact(hop, id + "-shared-by").map(Fact::text))));
    }

    /** The most that can be set; empty if what can be set has no upper end. */
    private static Optional<Quantity> most(Fact fact) {
        boolean openEnded = fact.min().isPresent() && fact.max().isEmpty();
        return openEnded ? Optional.empty() : fact.max().or(fact::value);
    }
}
