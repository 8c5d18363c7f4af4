package dev.gatehouse.model.topology;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;
import static dev.gatehouse.model.hop.HopKind.APPLICATION_LOAD_BALANCER;
import static dev.gatehouse.model.hop.HopKind.GLOBAL_ACCELERATOR;
import static dev.gatehouse.model.hop.HopKind.HOSTED_ZONE;
import static dev.gatehouse.model.hop.HopKind.MODEL_SERVICE;
import static dev.gatehouse.model.hop.HopKind.NETWORK_LOAD_BALANCER;
import static dev.gatehouse.model.hop.HopKind.REST_API;
import static dev.gatehouse.model.hop.HopKind.VPC_LINK;
import static dev.gatehouse.model.hop.HopKind.WEB_ACL;

import java.util.List;
import java.util.Optional;

/** The five designs of the study of 19 November 2020: its four sections, the last with two answers. */
public final class Designs {
    private static final List<Design> ALL = List.of(
            new Design(
                    "apigateway-nlb",
                    "1 · Just the AWS managed API Gateway",
                    List.of(WEB_ACL, REST_API, VPC_LINK, NETWORK_LOAD_BALANCER, MODEL_SERVICE)),
            new Design(
                    "apigateway-nlb-ambassador",
                    "2 · API Gateway closer to the models",
                    List.of(WEB_ACL, REST_API, VPC_LINK, NETWORK_LOAD_BALANCER, AMBASSADOR, MODEL_SERVICE)),
            new Design(
                    "nlb-ambassador",
                    "3 · Without the AWS API Gateway",
                    List.of(NETWORK_LOAD_BALANCER, AMBASSADOR, MODEL_SERVICE)),
            new Design(
                    "route53-alb-nlb-ambassador",
                    "4a · Final design, reached by name",
                    List.of(
                            HOSTED_ZONE,
                            WEB_ACL,
                            APPLICATION_LOAD_BALANCER,
                            NETWORK_LOAD_BALANCER,
                            AMBASSADOR,
                            MODEL_SERVICE)),
            new Design(
                    "accelerator-alb-nlb-ambassador",
                    "4b · Final design, reached by two fixed addresses",
                    List.of(
                            GLOBAL_ACCELERATOR,
                            WEB_ACL,
                            APPLICATION_LOAD_BALANCER,
                            NETWORK_LOAD_BALANCER,
                            AMBASSADOR,
                            MODEL_SERVICE)));

    private static final List<String> IDS = ALL.stream().map(Design::id).toList();

    private Designs() {}

    /** All five, in the order of the study. */
    public static List<Design> all() {
        return ALL;
    }

    /** The design of that id, if there is one. */
    public static Optional<Design> of(String id) {
        return ALL.stream().filter(design -> design.id().equals(id)).findFirst();
    }

    /** Their ids, in the order of the study. */
    public static List<String> ids() {
        return IDS;
    }
}
