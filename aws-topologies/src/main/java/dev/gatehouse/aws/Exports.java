package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hops from the cluster up to some hop give the next one towards the edge.
 *
 * @param balancer the balancer that a link, an ALB, a distribution or an accelerator points at
 * @param balancerGroup its security group
 * @param addresses its pinned addresses; empty if it has none
 * @param listeners the ids of its listeners: a link waits for them
 * @param doors its listeners by {@link #door entry and model}
 * @param connection the id of the VPC link
 * @param protectable what a web ACL can be attached to, by the ending of the association's id
 * @param fronts what an entry's name points at, by entry name: the hop nearest the edge wins
 */
record Exports(
        Optional<Resource> balancer,
        Optional<Resource> balancerGroup,
        List<Value> addresses,
        List<String> listeners,
        Map<String, Door> doors,
        Optional<Value> connection,
        Map<String, Value> protectable,
        Map<String, Front> fronts) {
    static final Exports OF_THE_CLUSTER = new Exports(
            Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of(), Optional.empty(), Map.of(), Map.of());

    Exports withBalancer(Resource made, Resource group, List<Value> pinned, List<String> waitedFor) {
        return new Exports(
                Optional.of(made), Optional.of(group), pinned, waitedFor, Map.of(), connection, protectable, fronts);
    }

    Exports withDoors(Map<String, Door> open) {
        return new Exports(balancer, balancerGroup, addresses, listeners, open, connection, protectable, fronts);
    }

    Exports withConnection(Value id) {
        return new Exports(balancer, balancerGroup, addresses, listeners, doors, Optional.of(id), protectable, fronts);
    }

    Exports withProtectable(Map<String, Value> arns) {
        return new Exports(balancer, balancerGroup, addresses, listeners, doors, connection, arns, fronts);
    }

    Exports withFronts(Map<String, Front> more) {
        Map<String, Front> all = new LinkedHashMap<>(fronts);
        all.putAll(more);
        return new Exports(balancer, balancerGroup, addresses, listeners, doors, connection, protectable, all);
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

    Door requiredDoor(String by, Entry entry, Model model) {
        Door door = doors.get(door(entry.name(), model.name()));
        if (door == null) {
            throw missing(by, "a listener for model " + model.name() + " on entry " + entry.name());
        }
        return door;
    }

    /** The key of a door. */
    static String door(String entry, String model) {
        return entry + " " + model;
    }

    private IllegalStateException missing(String by, String what) {
        return new IllegalStateException(by + " needs " + what + " of the hop behind it, which exports " + this);
    }
}
