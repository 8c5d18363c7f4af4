package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hops from the cluster up to some hop give the next one towards the edge.
 *
 * @param balancer the balancer that a link, an ALB or an accelerator points at
 * @param balancerGroup its security group
 * @param addresses its pinned addresses; empty if it has none
 * @param listeners the ids of its listeners: a link waits for them
 * @param connection the id of the VPC link
 * @param protectable what a web ACL can be attached to, by the ending of the association's id
 * @param fronts what an entry's name points at, by entry name: the hop nearest the edge wins
 */
record Exports(
        Optional<Resource> balancer,
        Optional<Resource> balancerGroup,
        List<Value> addresses,
        List<String> listeners,
        Optional<Value> connection,
        Map<String, Value> protectable,
        Map<String, Front> fronts) {
    static final Exports OF_THE_CLUSTER =
            new Exports(Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of(), Map.of());

    Exports withBalancer(Resource made, Resource group, List<Value> pinned, List<String> waitedFor) {
        return new Exports(Optional.of(made), Optional.of(group), pinned, waitedFor, connection, protectable, fronts);
    }

    Exports withConnection(Value id) {
        return new Exports(balancer, balancerGroup, addresses, listeners, Optional.of(id), protectable, fronts);
    }

    Exports withProtectable(Map<String, Value> arns) {
        return new Exports(balancer, balancerGroup, addresses, listeners, connection, arns, fronts);
    }

    Exports withFronts(Map<String, Front> more) {
        Map<String, Front> all = new LinkedHashMap<>(fronts);
        all.putAll(more);
        return new Exports(balancer, balancerGroup, addresses, listeners, connection, protectable, all);
    }

    Resource requiredBalancer(String by) {
        return balancer.orElseThrow(() -> missing(by, "a balancer"));
    }

    Resource requiredGroup(String by) {
        return balancerGroup.orElseThrow(() -> missing(by, "a security group"));
    }

    Value requiredConnection(String by) {
        return connection.orElseThrow(() -> missing(by, "a connection id"));
    }

    private IllegalStateException missing(String by, String what) {
        return new IllegalStateException(by + " needs " + what + " of the hop behind it, which exports " + this);
    }
}
