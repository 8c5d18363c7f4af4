package dev.gatehouse.model.topology;

import java.util.List;
import java.util.Optional;

/**
 * One port of the seam: a class of trust in front of Ambassador, or a model where no Ambassador is.
 *
 * @param name at most 15 characters, lower case: {@code edge}, {@code edge-mtls}, {@code rest}, {@code rest-mtls},
 *     {@code api}, {@code api-mtls}, {@code cdn}, {@code alb}, {@code alb-mtls}, {@code vpc}, {@code vpc-http},
 *     {@code vpc-mtls}; without Ambassador the model's slug
 * @param trust whom it may believe
 * @param entries the names of the entries that come by it
 * @param model the model behind it, where no Ambassador is
 * @param balancer the id of its {@link SeamBalancer}
 * @param port the balancer's listener port; of an ALB, which listens for each entry, that of its first entry
 * @param terminatesTls whether the balancer's listener ends TLS, with the certificates of its entries
 * @param verifiesClients whether an NLB's listener verifies client certificates
 * @param carriesTls whether what arrives at the target is TLS
 * @param targetGroups what is behind it: one target group, or of an ALB one for HTTP, one for gRPC or both
 */
public record SeamPort(
        String name,
        Trust trust,
        List<String> entries,
        Optional<String> model,
        String balancer,
        int port,
        boolean terminatesTls,
        boolean verifiesClients,
        boolean carriesTls,
        List<TargetGroup> targetGroups) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no target group
     */
    public SeamPort {
        entries = List.copyOf(entries);
        targetGroups = List.copyOf(targetGroups);
        if (targetGroups.isEmpty()) {
            throw new IllegalArgumentException("port " + name + " has no target group");
        }
    }

    /** The first target group: the only one, or an ALB's for HTTP where it has two. Both lead to the same pods. */
    public TargetGroup targetGroup() {
        return targetGroups.get(0);
    }

    /** How the client's address reaches the target: in a header behind a layer 7 hop, else as the source address. */
    public ClientAddress clientAddress() {
        return switch (trust.inFront()) {
            case NOBODY -> targetGroup().preservesClientAddress() ? ClientAddress.KEPT : ClientAddress.LOST;
            case HTTP_API -> ClientAddress.LOST;
            case REST_API, CLOUDFRONT, APPLICATION_LOAD_BALANCER -> ClientAddress.FORWARDED_FOR;
        };
    }
}
