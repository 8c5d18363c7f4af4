package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What leads from one path to another: hops that are dropped and hops that are added, the rest staying in their order.
 *
 * <p>From {@code global-accelerator web-acl application-load-balancer …} to {@code web-acl …} it is one step: "drop the
 * accelerator".
 *
 * @param steps how many changes it takes at least, as {@link #steps} counts them
 * @param words the same in words, the drops first; empty between equal paths
 */
public record PathDifference(int steps, String words) {
    /** What leads from {@code one} to {@code other}, each edge first. */
    public static PathDifference between(List<HopKind> one, List<HopKind> other) {
        List<HopKind> kept = common(one, other);
        List<String> words = new ArrayList<>();
        lost(one, kept).stream().map(at -> dropped(one, at, other)).forEach(words::add);
        lost(other, kept).stream().map(at -> added(other, at, one)).forEach(words::add);
        firewallMoves(one, other).ifPresent(words::add);
        words.removeIf(String::isEmpty);
        return new PathDifference(steps(one, other), String.join(", ", words));
    }

    // ---- counting

    /**
     * The least number of changes: a hop dropped, added or exchanged for another (Levenshtein's distance). A web ACL is
     * a change where only one path has it, for it moves with what it is attached to.
     */
    public static int steps(List<HopKind> one, List<HopKind> other) {
        int firewall = one.contains(HopKind.WEB_ACL) == other.contains(HopKind.WEB_ACL) ? 0 : 1;
        return firewall + distance(withoutFirewall(one), withoutFirewall(other));
    }

    private static List<HopKind> withoutFirewall(List<HopKind> path) {
        return path.stream().filter(kind -> !kind.equals(HopKind.WEB_ACL)).toList();
    }

    private static int distance(List<HopKind> one, List<HopKind> other) {
        int[] above = Stream.iterate(0, at -> at + 1)
                .limit(other.size() + 1L)
                .mapToInt(at -> at)
                .toArray();
        for (int i = 1; i <= one.size(); i++) {
            int[] row = new int[other.size() + 1];
            row[0] = i;
            for (int j = 1; j <= other.size(); j++) {
                int exchanged = above[j - 1] + (one.get(i - 1).equals(other.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.size()];
    }

    /** The longest list of hops that both have in the same order; of several the one that ends nearest the models. */
    private static List<HopKind> common(List<HopKind> one, List<HopKind> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        List<HopKind> oneInner = one.subList(0, one.size() - 1);
        List<HopKind> otherInner = other.subList(0, other.size() - 1);
        HopKind last = one.get(one.size() - 1);
        if (last.equals(other.get(other.size() - 1))) {
            return Stream.concat(common(oneInner, otherInner).stream(), Stream.of(last))
                    .toList();
        }
        List<HopKind> without = common(oneInner, other);
        List<HopKind> withoutOther = common(one, otherInner);
        return without.size() >= withoutOther.size() ? without : withoutOther;
    }

    /** The places on a path of the hops that it does not keep. */
    private static List<Integer> lost(List<HopKind> path, List<HopKind> kept) {
        List<Integer> lost = new ArrayList<>();
        int next = kept.size() - 1;
        for (int at = path.size() - 1; at >= 0; at--) {
            if (next >= 0 && kept.get(next).equals(path.get(at))) {
                next--;
            } else {
                lost.add(0, at);
            }
        }
        return lost;
    }

    // ---- telling

    private static String dropped(List<HopKind> path, int at, List<HopKind> other) {
        HopKind kind = path.get(at);
        boolean newerLink = kind.equals(HopKind.VPC_LINK) && other.contains(HopKind.VPC_LINK_V2);
        boolean olderLink = kind.equals(HopKind.VPC_LINK_V2) && other.contains(HopKind.VPC_LINK);
        boolean withItsApi = isLink(kind) && at > 0 && !other.contains(path.get(at - 1));
        boolean moved = kind.equals(HopKind.WEB_ACL) && other.contains(kind);
        if (newerLink || olderLink || withItsApi || moved) {
            return "";
        }
        return "drop " + name(path, at, other);
    }

    private static String added(List<HopKind> path, int at, List<HopKind> other) {
        HopKind kind = path.get(at);
        if (isLink(kind)) {
            boolean withItsApi = !other.contains(path.get(at - 1));
            return withItsApi
                    ? ""
                    : "go by a VPC link of version " + (kind.equals(HopKind.VPC_LINK) ? 1 : 2) + " to the "
                            + shortName(path.get(at + 1 < path.size() ? at + 1 : at));
        }
        if (kind.equals(HopKind.WEB_ACL)) {
            return other.contains(kind) || isNew(path.get(at + 1), other)
                    ? ""
                    : "attach a web ACL to " + named(path, at + 1, false);
        }
        boolean entrance = path.subList(0, at).stream()
                .allMatch(front -> front.equals(HopKind.HOSTED_ZONE) || front.equals(HopKind.WEB_ACL));
        if (kind.equals(HopKind.NETWORK_LOAD_BALANCER)) {
            if (entrance) {
                return "put fixed addresses on an NLB in front";
            }
            boolean between = path.subList(0, at).contains(HopKind.APPLICATION_LOAD_BALANCER);
            return between
                    ? "put an NLB between the ALB and " + shortName(path.get(at + 1))
                    : "put an NLB in front of " + named(path, at + 1, true);
        }
        boolean guarded = at > 0 && path.get(at - 1).equals(HopKind.WEB_ACL) && !other.contains(HopKind.WEB_ACL);
        return "put " + indefinite(kind) + (guarded && isNew(kind, other) ? " with a web ACL" : "") + " in front"
                + (entrance ? "" : " of " + named(path, at + 1, true));
    }

    /** Whether a path does not have such a hop, so that one is put there and named. */
    private static boolean isNew(HopKind kind, List<HopKind> other) {
        return !other.contains(kind) && !kind.equals(HopKind.NETWORK_LOAD_BALANCER);
    }

    private static Optional<String> firewallMoves(List<HopKind> one, List<HopKind> other) {
        Optional<HopKind> from = guarded(one);
        Optional<HopKind> to = guarded(other);
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of("move the web ACL to " + (to.get().equals(HopKind.CLOUDFRONT) ? "" : "the ")
                        + shortName(to.get()));
    }

    private static Optional<HopKind> guarded(List<HopKind> path) {
        int at = path.indexOf(HopKind.WEB_ACL);
        return at < 0 ? Optional.empty() : Optional.of(path.get(at + 1));
    }

    private static boolean isLink(HopKind kind) {
        return kind.equals(HopKind.VPC_LINK) || kind.equals(HopKind.VPC_LINK_V2);
    }

    /** A hop of a path with its article, and which of two NLBs it is. */
    private static String name(List<HopKind> path, int at, List<HopKind> other) {
        if (path.get(at).equals(HopKind.NETWORK_LOAD_BALANCER) && path.contains(HopKind.APPLICATION_LOAD_BALANCER)) {
            boolean behind = path.subList(0, at).contains(HopKind.APPLICATION_LOAD_BALANCER);
            return "the NLB " + (behind ? "behind" : "in front of") + " the ALB";
        }
        boolean withLink = at + 1 < path.size() && isLink(path.get(at + 1)) && !other.contains(path.get(at + 1));
        return named(path, at, false) + (withLink ? " and its VPC link" : "");
    }

    private static String named(List<HopKind> path, int at, boolean lookPast) {
        boolean attached = path.get(at).equals(HopKind.WEB_ACL) && lookPast;
        HopKind shown = attached ? path.get(at + 1) : path.get(at);
        boolean proper = shown.equals(HopKind.AMBASSADOR) || shown.equals(HopKind.CLOUDFRONT);
        return (proper ? "" : "the ") + shortName(shown);
    }

    private static String indefinite(HopKind kind) {
        if (kind.equals(HopKind.AMBASSADOR) || kind.equals(HopKind.CLOUDFRONT)) {
            return shortName(kind);
        }
        boolean vowel = "aeiouAHN".indexOf(shortName(kind).charAt(0)) >= 0 && !kind.equals(HopKind.HOSTED_ZONE);
        return (vowel ? "an " : "a ") + shortName(kind);
    }

    private static String shortName(HopKind kind) {
        return switch (kind.id()) {
            case "hosted-zone" -> "hosted zone";
            case "global-accelerator" -> "accelerator";
            case "web-acl" -> "web ACL";
            case "cloudfront" -> "CloudFront";
            case "rest-api" -> "REST API";
            case "http-api" -> "HTTP API";
            case "application-load-balancer" -> "ALB";
            case "network-load-balancer" -> "NLB";
            case "ambassador" -> "Ambassador";
            case "model-service" -> "models";
            default -> kind.id().replace('-', ' ');
        };
    }
}
