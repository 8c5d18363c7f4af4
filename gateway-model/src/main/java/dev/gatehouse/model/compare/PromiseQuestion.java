package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.FixedAddress;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * A promise that one hop keeps: what the topology's search for a keeper came to.
 *
 * @param row the requirement's word
 * @param rule the rule of a broken cell
 * @param type the requirement
 */
record PromiseQuestion(String row, String rule, Class<? extends Requirement> type) implements Question.OfEntry {
    static final PromiseQuestion FIXED_ADDRESS = new PromiseQuestion("fixed-address", "GH-311", FixedAddress.class);
    static final PromiseQuestion RATE_LIMIT = new PromiseQuestion("rate-limit", "GH-312", RateLimit.class);
    static final PromiseQuestion JWT = new PromiseQuestion("jwt", "GH-313", Jwt.class);
    static final PromiseQuestion MUTUAL_TLS = new PromiseQuestion("mutual-tls", "GH-314", MutualTls.class);

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require." + row;
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path) {
        return topology.spec()
                .requirement(type, path.entry())
                .flatMap(requirement -> topology.keeping(requirement, path.entry()))
                .map(keeping -> answered(keeping, path));
    }

    /** What a keeping says as a cell. */
    static Answered answered(Keeping keeping, EntryPath path) {
        if (keeping.keeper().isEmpty()) {
            return Answered.broken(
                    keeping.facts().isEmpty()
                            ? path.entrance().kind()
                            : hop(path, keeping.facts().get(0).id().kind()),
                    keeping.how(),
                    List.of(),
                    keeping.facts());
        }
        if (keeping.uncertain()) {
            return new Answered(new Unknown(keeping.how()), keeping.facts());
        }
        return new Answered(
                new Kept(keeping.keeper(), keeping.backstops(), keeping.how(), keeping.conditions()), keeping.facts());
    }

    /** The hop whose sheet the deciding fact stands on, or the entrance where that component is not on the path. */
    private static dev.gatehouse.model.hop.HopKind hop(EntryPath path, String kind) {
        return path.hops().stream()
                .map(dev.gatehouse.model.hop.Hop::kind)
                .filter(each -> each.id().equals(kind))
                .findFirst()
                .orElse(path.entrance().kind());
    }
}
