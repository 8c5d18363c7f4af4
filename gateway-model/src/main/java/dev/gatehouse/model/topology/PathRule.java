package dev.gatehouse.model.topology;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;
import static dev.gatehouse.model.hop.HopKind.APPLICATION_LOAD_BALANCER;
import static dev.gatehouse.model.hop.HopKind.CLOUDFRONT;
import static dev.gatehouse.model.hop.HopKind.HOSTED_ZONE;
import static dev.gatehouse.model.hop.HopKind.HTTP_API;
import static dev.gatehouse.model.hop.HopKind.NETWORK_LOAD_BALANCER;
import static dev.gatehouse.model.hop.HopKind.REST_API;
import static dev.gatehouse.model.hop.HopKind.VPC_LINK;
import static dev.gatehouse.model.hop.HopKind.WEB_ACL;

import dev.gatehouse.model.hop.HopKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a path that the links allow is still none that anybody would build.
 *
 * @param id the rule in one or two words
 * @param reason why such a path is left out, as one sentence
 * @param refuses whether it speaks of a path, edge first
 */
public record PathRule(String id, String reason, Predicate<List<HopKind>> refuses) {
    /** Every rule; a path is legal if none refuses it. */
    public static final List<PathRule> ALL = List.of(
            new PathRule(
                    "reads-paths",
                    "Nothing on it reads the path of a request, so models could not share a host.",
                    path -> path.stream()
                            .noneMatch(List.of(REST_API, HTTP_API, APPLICATION_LOAD_BALANCER, AMBASSADOR)::contains)),
            new PathRule(
                    "way-round",
                    "An API behind a distribution keeps an address of its own, by which clients go round the distribution.",
                    path -> path.contains(CLOUDFRONT) && (path.contains(REST_API) || path.contains(HTTP_API))),
            new PathRule(
                    "balancer-for-nothing",
                    "An NLB in front of an ALB is there to be called at its fixed addresses, or for a VPC link of version 1,"
                            + " which reaches nothing else; an accelerator, a distribution or a newer link reaches the ALB itself.",
                    path -> before(path, APPLICATION_LOAD_BALANCER).equals(Optional.of(NETWORK_LOAD_BALANCER))
                            && !isEntrance(path, NETWORK_LOAD_BALANCER)
                            && !path.contains(VPC_LINK)),
            new PathRule(
                    "two-private-balancers",
                    "Of two private NLBs the second does what the first does.",
                    path -> path.stream().filter(NETWORK_LOAD_BALANCER::equals).count() > 1
                            && !isEntrance(path, NETWORK_LOAD_BALANCER)),
            new PathRule(
                    "joint-for-nothing",
                    "An ALB reaches pods by itself; the NLB behind it is there for an ingress whose Service owns one,"
                            + " as in the study.",
                    path -> path.indexOf(APPLICATION_LOAD_BALANCER) >= 0
                            && path.lastIndexOf(NETWORK_LOAD_BALANCER) > path.indexOf(APPLICATION_LOAD_BALANCER)
                            && !path.contains(AMBASSADOR)),
            new PathRule(
                    "late-firewall",
                    "A web ACL stands at the first hop that takes one: further in, what it blocks has been paid for"
                            + " already, and the client's address is in a header.",
                    PathRule::isLate));

    /** The hops that a web ACL may ever be attached to. */
    static final List<HopKind> TAKE_WEB_ACL = List.of(REST_API, APPLICATION_LOAD_BALANCER, CLOUDFRONT);

    /** The rule that refuses a path, if one does. */
    static Optional<PathRule> against(List<HopKind> path) {
        return ALL.stream().filter(rule -> rule.refuses().test(path)).findFirst();
    }

    private static boolean isLate(List<HopKind> path) {
        int at = path.indexOf(WEB_ACL);
        return at >= 0 && path.subList(0, at).stream().anyMatch(TAKE_WEB_ACL::contains);
    }

    private static boolean isEntrance(List<HopKind> path, HopKind kind) {
        return path.stream()
                .filter(hop -> !hop.equals(HOSTED_ZONE) && !hop.equals(WEB_ACL))
                .findFirst()
                .equals(Optional.of(kind));
    }

    /** The hop on the path in front of the first of that kind. */
    private static Optional<HopKind> before(List<HopKind> path, HopKind kind) {
        List<HopKind> onPath = path.stream().filter(hop -> !hop.equals(WEB_ACL)).toList();
        int at = onPath.indexOf(kind);
        return at > 0 ? Optional.of(onPath.get(at - 1)) : Optional.empty();
    }
}
