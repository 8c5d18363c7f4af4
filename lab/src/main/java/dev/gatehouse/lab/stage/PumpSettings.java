package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.lab.tls.TlsSender;
import dev.gatehouse.model.topology.ClientAddress;
import java.util.Optional;

/**
 * What a layer 4 stage does to connections.
 *
 * @param targets where they go
 * @param ends how TLS ends here; empty: bytes pass as they come
 * @param begins how TLS begins again towards the targets; empty: it does not
 * @param clientAddress how the target learns the client's address: {@code KEPT} connects from it,
 *     {@code PROXY_PROTOCOL} writes a header of version 2 in front of the data, the others show the stage's own
 * @param idleNanos the longest silence in real nanoseconds; 0: for ever
 * @param delayNanos by how much bytes towards the target are held back, in real nanoseconds
 */
public record PumpSettings(
        Targets targets,
        Optional<TlsListener> ends,
        Optional<TlsSender> begins,
        ClientAddress clientAddress,
        long idleNanos,
        long delayNanos) {}
