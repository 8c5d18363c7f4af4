package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the AWS side and the cluster side must agree on, computed once and read by both.
 *
 * @param balancers the last balancers in front of the cluster: at most one public and one private NLB and one ALB
 * @param ports their ports, by balancer and name
 * @param ladders the time limits of each model's path, in the order of the spec
 */
public record Seam(List<SeamBalancer> balancers, List<SeamPort> ports, List<TimeoutLadder> ladders) {
    /** The first port that a model may have on an NLB where no Ambassador is. */
    public static final int FIRST_MODEL_PORT = PortNumbers.FIRST_MODEL_PORT;

    /** The last such port. */
    public static final int LAST_MODEL_PORT = PortNumbers.FIRST_MODEL_PORT + PortNumbers.MODEL_PORTS - 1;

    /** Copies the lists. */
    public Seam {
        balancers = List.copyOf(balancers);
        ports = List.copyOf(ports);
        ladders = List.copyOf(ladders);
    }

    /** Whether a port of an NLB is one that a model may have where no Ambassador is. */
    public static boolean isModelPort(int port) {
        return port >= FIRST_MODEL_PORT && port <= LAST_MODEL_PORT;
    }

    /** The ports of one balancer. */
    public List<SeamPort> ports(String balancer) {
        return ports.stream().filter(port -> port.balancer().equals(balancer)).toList();
    }

    /** The port by which requests of an entry for a model arrive; without Ambassador it is the model's. */
    public Optional<SeamPort> port(String entry, String model) {
        return ports.stream()
                .filter(port -> port.entries().contains(entry)
                        && port.model().map(model::equals).orElse(true))
                .findFirst();
    }

    /** The ladder of a model. */
    public Optional<TimeoutLadder> ladder(String model) {
        return ladders.stream().filter(ladder -> ladder.model().equals(model)).findFirst();
    }

    /** The longest silence that any model needs of a hop: what a balancer shared by all models is set to. */
    public Optional<Duration> idle(HopKind hop) {
        return ladders.stream().flatMap(ladder -> ladder.idle(hop).stream()).max(Comparator.naturalOrder());
    }
}
