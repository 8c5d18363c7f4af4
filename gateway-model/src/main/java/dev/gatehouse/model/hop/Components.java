package dev.gatehouse.model.hop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the hops of a path: each one's settings follow from what stands in front of it and behind it. */
public final class Components {
    /** The components that Gatehouse generates, in the order in which a path may meet them. */
    public static final List<HopKind> KINDS = List.of(
            HopKind.HOSTED_ZONE,
            HopKind.GLOBAL_ACCELERATOR,
            HopKind.WEB_ACL,
            HopKind.REST_API,
            HopKind.VPC_LINK,
            HopKind.APPLICATION_LOAD_BALANCER,
            HopKind.NETWORK_LOAD_BALANCER,
            HopKind.AMBASSADOR,
            HopKind.MODEL_SERVICE);

    private Components() {}

    /**
     * The hops of a path of our own components.
     *
     * @param path kinds, edge first
     * @throws IllegalArgumentException if a kind is not one of {@link #KINDS}, or a web ACL has no hop to attach to
     */
    public static List<Hop> realize(List<HopKind> path) {
        List<Hop> hops = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            hops.add(realize(path, at));
        }
        return List.copyOf(hops);
    }

    /** The private NLB that an entry with {@code reach: vpc} gets where the path has no other private hop. */
    public static NetworkLoadBalancer privateBalancer() {
        return new NetworkLoadBalancer(Exposure.INTERNAL, false);
    }

    /**
     * A component that is not ours.
     *
     * @param layer 4 or 7
     * @throws IllegalArgumentException if {@code kind} is one of {@link #KINDS}, or {@code layer} neither 4 nor 7
     */
    public static OutsideHop outside(HopKind kind, Stance stance, int layer) {
        if (KINDS.contains(kind)) {
            throw new IllegalArgumentException(kind + " is one of our own components");
        }
        if (layer != 4 && layer != 7) {
            throw new IllegalArgumentException("a hop works at layer 4 or 7, not " + layer);
        }
        return new OutsideHop(kind, stance, layer);
    }

    private static Hop realize(List<HopKind> path, int at) {
        HopKind kind = path.get(at);
        boolean behindAlb = path.subList(0, at).contains(HopKind.APPLICATION_LOAD_BALANCER);
        boolean behindAccelerator = path.subList(0, at).contains(HopKind.GLOBAL_ACCELERATOR);
        boolean behindLink = path.subList(0, at).contains(HopKind.VPC_LINK);
        return switch (kind.id()) {
            case "hosted-zone" -> new HostedZone();
            case "global-accelerator" -> new GlobalAccelerator();
            case "web-acl" ->
                new WebAcl(next(path, at)
                        .orElseThrow(() -> new IllegalArgumentException("web-acl has no hop behind it to attach to")));
            case "rest-api" -> new RestApi();
            case "vpc-link" -> new VpcLink();
            case "application-load-balancer" ->
                new ApplicationLoadBalancer(behindAccelerator ? Exposure.INTERNAL : Exposure.INTERNET);
            case "network-load-balancer" ->
                new NetworkLoadBalancer(
                        behindAlb || behindAccelerator || behindLink ? Exposure.INTERNAL : Exposure.INTERNET,
                        behindAlb);
            case "ambassador" -> new Ambassador();
            case "model-service" -> new ModelService();
            default -> throw new IllegalArgumentException("no component of ours is called " + kind);
        };
    }

    private static Optional<HopKind> next(List<HopKind> path, int at) {
        return at + 1 < path.size() ? Optional.of(path.get(at + 1)) : Optional.empty();
    }
}
