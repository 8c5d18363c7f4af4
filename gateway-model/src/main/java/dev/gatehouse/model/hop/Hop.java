package dev.gatehouse.model.hop;

/**
 * One stage that a request meets between client and model. The permits list is the register of components.
 *
 * <p>Hops are read, not built: {@link Components} makes them for a path. Two hops are equal if they are the same
 * component with the same settings.
 */
public sealed interface Hop
        permits HostedZone,
                GlobalAccelerator,
                WebAcl,
                RestApi,
                VpcLink,
                HttpApi,
                VpcLinkV2,
                CloudFront,
                ApplicationLoadBalancer,
                NetworkLoadBalancer,
                Ambassador,
                ModelService,
                OutsideHop {
    /** Which component it is. */
    HopKind kind();

    /** How it stands to the path. */
    Stance stance();

    /** The layer at which it reads traffic: 4 or 7. A hop that is consulted reads none and says 7. */
    int layer();

    /** Calls the visitor's method for this component. */
    <R> R accept(HopVisitor<R> visitor);
}
