package dev.gatehouse.lab;

import dev.gatehouse.model.topology.Topology;

/** Starts what is behind the seam. */
@FunctionalInterface
interface ClusterMaker {
    Cluster start(Topology topology, LabOptions options, Site site);
}
