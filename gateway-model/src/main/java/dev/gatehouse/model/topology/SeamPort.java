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
 * @param port the NLB's listener port
 * @param terminatesTls whether the NLB's listener ends TLS, with the certificates of its entries
 * @param verifiesClients whether the NLB's listener verifies client certificates
 * @param carriesTls whether what arrives at the target is TLS
 * @param targetGroup what is behind it
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
        TargetGroup targetGroup) {
    /** Copies {@code entries}. */
    public SeamPort {
        entries = List.copyOf(entries);
    }

    /** How the client's address reaches the target: in a header behind a layer 7 hop, else as the source address. */
    public ClientAddress clientAddress() {
        return switch (trust.inFront()) {
            case NOBODY -> targetGroup.preservesClientAddress() ? ClientAddress.KEPT : ClientAddress.LOST;
            case HTTP_API -> ClientAddress.LOST;
            case REST_API, CLOUDFRONT, APPLICATION_LOAD_BALANCER -> ClientAddress.FORWARDED_FOR;
        };
    }
}
