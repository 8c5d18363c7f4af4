package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * The VPC that a platform lives in, whether it is made, there already or a parameter.
 *
 * @param vpc its id
 * @param range its addresses as a CIDR block, if it is made
 * @param publicSubnets one per zone
 * @param privateSubnets one per zone
 * @param internet resources that anything with a public address waits for
 */
record PlacedNetwork(
        Value vpc,
        Optional<String> range,
        List<PlacedSubnet> publicSubnets,
        List<PlacedSubnet> privateSubnets,
        List<String> internet) {
    /**
     * A subnet.
     *
     * @param zone the letter that stands for its zone in names
     * @param id its id
     * @param range its addresses, if they are known
     */
    record PlacedSubnet(String zone, Value id, Optional<String> range) {}
}
