package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.Targets;
import dev.gatehouse.model.hop.HopKind;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be broken in a lab while it runs. Models are broken at {@link Lab#models}. Thread-safe.
 *
 * <p>What is dead refuses connections at once. Others find out step by step: {@link #noticeZone} is for balancers and
 * names, {@link #giveUpZone} for the Services of the cluster.
 */
public final class Faults {
    private final Cluster cluster;
    private final int zones;
    private final List<Stage> stages;
    private final List<Balancer> balancers;
    private final List<Targets> targets;

    Faults(Cluster cluster, int zones, Wiring wiring) {
        this.cluster = cluster;
        this.zones = zones;
        this.stages = wiring.stages();
        this.balancers = wiring.balancers();
        this.targets = wiring.targets();
    }

    /**
     * Ends what runs in a zone: the balancers' own nodes, the pods of the ingress and those of the models. They take no
     * connection any more, and break those that they have.
     *
     * @param zone counted from 0
     * @throws IllegalArgumentException if there is no such zone
     */
    public void killZone(int zone) {
        check("zone", zone, zones);
        balancers.forEach(balancer -> balancer.stages().get(zone).endpoint().close());
        int each = pods() / zones;
        for (int pod = zone * each; pod < (zone + 1) * each; pod++) {
            cluster.kill(pod);
        }
        cluster.killModels(zone);
    }

    /**
     * Lets health checks find that a zone is gone: balancers send new flows elsewhere, and its nodes leave the names of
     * balancers, so that {@link Lab#nodes} and the hops in front know the others only.
     *
     * @param zone counted from 0
     * @throws IllegalArgumentException if there is no such zone
     */
    public void noticeZone(int zone) {
        check("zone", zone, zones);
        balancers.forEach(balancer -> leaveOut(balancer.nodes(), zone, 1));
        int each = pods() / zones;
        targets.forEach(all -> leaveOut(all, zone * each, each));
    }

    /**
     * Lets Kubernetes give the nodes of a zone up: its Services send new connections to the models' pods of the other
     * zones.
     *
     * @param zone counted from 0
     * @throws IllegalArgumentException if there is no such zone
     */
    public void giveUpZone(int zone) {
        check("zone", zone, zones);
        cluster.giveUp(zone);
    }

    /**
     * Ends one pod behind the last balancer: it takes no connection any more, and breaks those that it has.
     *
     * @param pod counted from 0, zone by zone
     * @throws IllegalArgumentException if there is no such pod
     */
    public void killPod(int pod) {
        check("pod", pod, pods());
        cluster.kill(pod);
    }

    /**
     * Lets the balancers' health checks find that a pod is gone: new flows go elsewhere.
     *
     * @param pod counted from 0, zone by zone
     * @throws IllegalArgumentException if there is no such pod
     */
    public void noticePod(int pod) {
        check("pod", pod, pods());
        targets.forEach(all -> leaveOut(all, pod, 1));
    }

    /**
     * Breaks every connection between a hop and what is behind it.
     *
     * @return how many there were
     */
    public int resetUpstream(HopKind hop) {
        return stages.stream()
                .filter(stage -> stage.tally().hop().equals(hop.id()))
                .mapToInt(Stage::resetUpstream)
                .sum();
    }

    /**
     * Gives the ingress other routes, as a change of manifests does: the prefix of the metrics of each Listener
     * changes, and the next time it changes back. What requests meet stays the same. Without an ingress nothing
     * happens.
     */
    public void reloadRoutes() {
        cluster.reload();
    }

    private int pods() {
        return targets.stream().mapToInt(each -> each.all().size()).min().orElse(0);
    }

    private static void leaveOut(Targets targets, int from, int count) {
        List<InetSocketAddress> gone = targets.all().subList(from, from + count);
        List<InetSocketAddress> left = new ArrayList<>(targets.healthy());
        left.removeAll(gone);
        targets.healthy(left);
    }

    private static void check(String what, int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("the lab has " + what + "s 0 to " + (count - 1) + ", not " + number);
        }
    }
}
