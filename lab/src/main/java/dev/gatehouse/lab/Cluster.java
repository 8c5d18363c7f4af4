package dev.gatehouse.lab;

import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.model.topology.SeamPort;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** What the seam's ports lead to. Thread-safe. */
interface Cluster extends AutoCloseable {
    /** The targets of a port, one in each zone. */
    List<InetSocketAddress> targets(SeamPort port);

    /** Ends what runs in a zone, counted from 0. */
    void kill(int zone);

    /** The server of the models, if these are it. */
    Optional<ModelServer> models();

    /** Takes the routes anew, as after a change of manifests. */
    void reload();

    @Override
    void close();
}
