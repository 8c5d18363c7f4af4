package dev.gatehouse.model.compare;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.availability.ServiceLevel;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.AvailabilityAtLeast;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the published service levels along an entry's path multiply to what the spec asks. */
final class AvailabilityQuestion implements Question.OfEntry {
    @Override
    public String row() {
        return "availability";
    }

    @Override
    public String rule() {
        return "GH-317";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require.availability";
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path) {
        return topology.spec()
                .requirement(AvailabilityAtLeast.class, path.entry())
                .map(asked -> answer(topology, path, asked.atLeast()));
    }

    private static Answered answer(Topology topology, EntryPath path, Share asked) {
        Availability availability = Availability.of(topology, path);
        Optional<ServiceLevel> weakest = availability.weakest();
        if (weakest.isEmpty()) {
            return new Answered(
                    new Unknown("nobody publishes a service level for " + names(availability.without())), List.of());
        }
        List<Fact> facts = weakestFirst(availability, weakest.get());
        String why = why(availability, asked);
        if (availability.share().orElseThrow().compareTo(asked) < 0) {
            return Answered.broken(weakest.get().hop(), why, cures(topology.spec()), facts);
        }
        return Answered.kept(why, conditions(facts), facts);
    }

    private static List<Fact> weakestFirst(Availability availability, ServiceLevel weakest) {
        List<Fact> facts = new ArrayList<>(availability.facts());
        facts.remove(weakest.fact());
        facts.add(0, weakest.fact());
        return facts;
    }

    private static String why(Availability availability, Share asked) {
        String product = availability.items().stream()
                .map(item -> item.hop() + " " + item.share())
                .collect(Collectors.joining(" × "));
        return availability.percent().orElseThrow().toPlainString() + " % of " + asked + " asked, by service levels: "
                + product
                + (availability.without().isEmpty()
                        ? ""
                        : "; nobody publishes one for " + names(availability.without()));
    }

    private static String names(List<HopKind> hops) {
        return hops.stream().map(HopKind::id).collect(Collectors.joining(", "));
    }

    /** The balancer has one setting for all blocks of the firewall, so that all of them must say it. */
    private static List<Cure> cures(PlatformSpec spec) {
        List<WebFirewall> blocks = spec.requirements(WebFirewall.class);
        if (blocks.isEmpty()) {
            return List.of();
        }
        PlatformSpec open = spec;
        for (WebFirewall block : blocks) {
            open = open.with(block.failingOpen(), block);
        }
        return List.of(Cure.bySpec(
                "when-firewall-fails: allow, which lets the balancer pass requests on when its firewall can't be"
                        + " asked and leaves a window in which nothing is inspected",
                open));
    }

    /** A level that is only assumed is no promise to build on before somebody has read it. */
    private static List<Condition> conditions(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.evidence().kind() == Evidence.Kind.ASSUMED)
                .map(fact -> Condition.yours("read the service level of "
                        + fact.id().kind() + ", which is assumed: "
                        + fact.evidence().described().replaceFirst("^assumed: ", "")))
                .toList();
    }
}
