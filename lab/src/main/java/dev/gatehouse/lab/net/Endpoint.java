package dev.gatehouse.lab.net;

import java.net.InetSocketAddress;

/** Something that listens on loopback. Thread-safe. */
public interface Endpoint extends AutoCloseable {
    /** Where it listens; the port was free when it was opened. */
    InetSocketAddress address();

    /** Stops listening and closes its connections; returns when both are done. Closing twice does nothing more. */
    @Override
    void close();
}
