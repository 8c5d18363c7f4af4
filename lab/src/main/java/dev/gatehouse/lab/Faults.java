package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.Targets;
import dev.gatehouse.model.hop.HopKind;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** What can be broken in a lab while it runs. Models are broken at {@link Lab#models}. Thread-safe. */
public final class Faults {
    private final Cluster cluster;
    private final List<Stage> stages;
    private final List<Targets> targets;

    Faults(Cluster cluster, List<Stage> stages, List<Targets> targets) {
        this.cluster = cluster;
        this.stages = List.copyOf(stages);
        this.targets = List.copyOf(targets);
    }

    /**
     * Ends what runs in a zone: its targets take no connection any more, and break those that they have. Balancers send
     * there until {@link #noticeZone} tells them.
     *
     * @param zone counted from 0
     * @throws IllegalArgumentException if there is no such zone
     */
    public void killZone(int zone) {
        check(zone);
        cluster.kill(zone);
    }

    /**
     * Lets the balancers notice that a zone is gone, as their health checks would: new flows go elsewhere.
     *
     * @param zone counted from 0
     * @throws IllegalArgumentException if there is no such zone
     */
    public void noticeZone(int zone) {
        check(zone);
        for (Targets each : targets) {
            List<InetSocketAddress> left = new ArrayList<>(each.all());
            left.remove(zone);
            each.healthy(left);
        }
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

    /** Lets the ingress take its routes anew, as after a change of manifests. Without an ingress nothing happens. */
    public void reloadRoutes() {
        cluster.reload();
    }

    private void check(int zone) {
        int zones = targets.stream().mapToInt(each -> each.all().size()).min().orElse(0);
        if (zone < 0 || zone >= zones) {
            throw new IllegalArgumentException("the lab has zones 0 to " + (zones - 1) + ", not " + zone);
        }
    }
}
