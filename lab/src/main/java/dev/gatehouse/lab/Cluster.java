package dev.gatehouse.lab;

import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.topology.SeamPort;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** What the seam's ports lead to. Thread-safe. */
interface Cluster extends AutoCloseable {
    /** The targets of a port, zone by zone, as many in each. */
    List<InetSocketAddress> targets(SeamPort port);

    /** Ends a target of every port, by its place among {@link #targets}. */
    void kill(int target);

    /** Ends the models' pods of a zone, counted from 0. */
    void killModels(int zone);

    /** Leaves the models' pods of a zone out from now on, as Kubernetes does with a node that is lost. */
    void giveUp(int zone);

    /** The server of the models, if these are it. */
    Optional<ModelServer> models();

    /** Takes changed routes, as after a change of manifests; the next time it takes the first ones. */
    void reload();

    /** Settings of the manifests that what plays the ingress passes over (GH-562). */
    List<Finding> findings();

    @Override
    void close();
}
