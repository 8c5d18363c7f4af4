package dev.gatehouse.model.hop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the hops of a path: each one's settings follow from what stands in front of it and behind it. */
public final class Components {
    private static final Map<HopKind, Function<Surroundings, Hop>> MAKERS = makers();

    /** The components that Gatehouse generates, in the order in which a path may meet them. */
    public static final List<HopKind> KINDS = List.copyOf(MAKERS.keySet());

    private Components() {}

    private static Map<HopKind, Function<Surroundings, Hop>> makers() {
        Map<HopKind, Function<Surroundings, Hop>> makers = new LinkedHashMap<>();
        makers.put(HopKind.HOSTED_ZONE, around -> new HostedZone());
        makers.put(HopKind.GLOBAL_ACCELERATOR, around -> new GlobalAccelerator());
        makers.put(HopKind.WEB_ACL, around -> new WebAcl(around.next()));
        makers.put(HopKind.CLOUDFRONT, around -> new CloudFront(around.next()));
        makers.put(HopKind.REST_API, around -> new RestApi());
        makers.put(HopKind.HTTP_API, around -> new HttpApi());
        makers.put(HopKind.VPC_LINK, around -> new VpcLink());
        makers.put(HopKind.VPC_LINK_V2, around -> new VpcLinkV2(around.next()));
        makers.put(HopKind.APPLICATION_LOAD_BALANCER, around -> new ApplicationLoadBalancer(around.exposure()));
        makers.put(
                HopKind.NETWORK_LOAD_BALANCER,
                around -> new NetworkLoadBalancer(
                        around.exposureToEdge(),
                        around.isBehind(HopKind.APPLICATION_LOAD_BALANCER),
                        around.isInFrontOf(HopKind.APPLICATION_LOAD_BALANCER)));
        makers.put(HopKind.AMBASSADOR, around -> new Ambassador());
        makers.put(HopKind.MODEL_SERVICE, around -> new ModelService());
        return makers;
    }

    /**
     * The hops of a path of our own components.
     *
     * @param path kinds, edge first
     * @throws IllegalArgumentException if a kind is not one of {@link #KINDS}, or a web ACL, a VPC link of version 2 or
     *     a distribution has no hop behind it
     */
    public static List<Hop> realize(List<HopKind> path) {
        List<Hop> hops = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            Function<Surroundings, Hop> maker = MAKERS.get(path.get(at));
            if (maker == null) {
                throw new IllegalArgumentException("no component of ours is called " + path.get(at));
            }
            hops.add(maker.apply(new Surroundings(path, at)));
        }
        return List.copyOf(hops);
    }

    /** The private NLB that an entry with {@code reach: vpc} gets where the path has no other private hop. */
    public static NetworkLoadBalancer privateBalancer() {
        return new NetworkLoadBalancer(Exposure.INTERNAL, false, false);
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
}
