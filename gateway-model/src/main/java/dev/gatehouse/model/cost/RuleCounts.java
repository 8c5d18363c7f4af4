package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;
import static dev.gatehouse.model.hop.HopKind.APPLICATION_LOAD_BALANCER;
import static dev.gatehouse.model.hop.HopKind.WEB_ACL;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * How many rules the generated files have where AWS bills by their number. A test holds these against the templates of
 * every legal path, since the model knows no output.
 */
public final class RuleCounts {
    /** Two managed groups, and two rules that block by their labels. */
    private static final int OF_A_FIREWALL = 4;

    private RuleCounts() {}

    /** Rules and groups of rules of the web ACL; 0 if there is none, or nothing is asked of it. */
    public static long ofWebAcl(Topology topology) {
        List<Entry> entries = entriesAt(topology, WEB_ACL);
        long rules = rateRules(topology);
        List<Entry> guarded = entries.stream()
                .filter(entry ->
                        duty(topology, WEB_ACL, WebFirewall.class, entry).isPresent())
                .toList();
        if (guarded.isEmpty()) {
            return rules;
        }
        boolean exempts = guarded.stream().anyMatch(entry -> exempts(topology, entry));
        boolean blocks = guarded.stream()
                .flatMap(entry -> duty(topology, WEB_ACL, WebFirewall.class, entry).stream())
                .anyMatch(firewall -> firewall.unmatchedBody() == WebFirewall.UnmatchedBody.BLOCK);
        return rules + OF_A_FIREWALL + (exempts ? 1 : 0) + (blocks ? 1 : 0);
    }

    /** Those of them that count requests: one for each entry. */
    static long rateRules(Topology topology) {
        return entriesAt(topology, WEB_ACL).stream()
                .filter(entry -> duty(topology, WEB_ACL, RateLimit.class, entry).isPresent())
                .filter(entry -> !topology.spec().consumers().plans(entry).isEmpty())
                .count();
    }

    /** Rules of all listeners of the ALB, without their default actions. */
    public static long ofApplicationBalancer(Topology topology) {
        return entriesAt(topology, APPLICATION_LOAD_BALANCER).stream()
                .mapToLong(entry -> ofApplicationBalancer(topology, entry))
                .sum();
    }

    private static long ofApplicationBalancer(Topology topology, Entry entry) {
        List<Model> models = topology.spec().modelsOf(entry);
        if (!topology.design().has(AMBASSADOR)) {
            return models.size() + hidden(topology, entry, models);
        }
        long protocols = models.stream()
                .map(model -> model.protocol() == Protocol.GRPC)
                .distinct()
                .count();
        long checked = models.stream()
                .filter(model -> duty(topology, APPLICATION_LOAD_BALANCER, Jwt.class, entry, model)
                        .isPresent())
                .count();
        return protocols + (checked == models.size() ? 0 : checked);
    }

    /** Paths that private-admin keeps from the internet, where a model's prefix would publish them. */
    private static long hidden(Topology topology, Entry entry, List<Model> models) {
        return topology.spec()
                .requirement(PrivateAdmin.class, entry)
                .map(admin -> admin.paths().stream()
                        .filter(path ->
                                models.stream().anyMatch(model -> model.isPrefix() && path.startsWith(model.path())))
                        .filter(path ->
                                models.stream().noneMatch(model -> model.path().equals(path)))
                        .count())
                .orElse(0L);
    }

    private static boolean exempts(Topology topology, Entry entry) {
        return duty(topology, WEB_ACL, WebFirewall.class, entry)
                .map(firewall -> topology.spec().modelsOf(entry).stream()
                        .anyMatch(model -> firewall.except().containsKey(model.name())))
                .orElse(false);
    }

    private static List<Entry> entriesAt(Topology topology, HopKind kind) {
        return topology.paths().stream()
                .filter(path -> path.has(kind))
                .map(EntryPath::entry)
                .toList();
    }

    private static <R extends Requirement> Optional<R> duty(
            Topology topology, HopKind hop, Class<R> type, Entry entry) {
        return topology.spec().modelsOf(entry).stream()
                .flatMap(model -> duty(topology, hop, type, entry, model).stream())
                .findFirst();
    }

    private static <R extends Requirement> Optional<R> duty(
            Topology topology, HopKind hop, Class<R> type, Entry entry, Model model) {
        return topology.spec()
                .requirement(type, entry, model)
                .filter(requirement -> topology.keeping(requirement, entry)
                        .flatMap(Keeping::keeper)
                        .filter(hop::equals)
                        .isPresent());
    }
}
