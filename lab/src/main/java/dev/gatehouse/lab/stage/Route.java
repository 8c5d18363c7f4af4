package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.tls.TlsSender;
import java.util.List;
import java.util.Optional;

/**
 * Where requests go, and what is done to them on the way.
 *
 * @param targets where they go
 * @param tls how the connection to a target begins; empty: in plain
 * @param serverName the name asked for in TLS
 * @param streams whether the answer passes as it comes; else it is held until it is whole
 * @param totalNanos the longest whole answer in real nanoseconds; 0: no limit
 * @param idleNanos the longest silence in real nanoseconds; 0: no limit
 * @param certificateHeader the header that carries the subject of the client's certificate; empty: none does
 * @param checks what is judged before anything is sent, in order
 */
public record Route(
        Targets targets,
        Optional<TlsSender> tls,
        String serverName,
        boolean streams,
        long totalNanos,
        long idleNanos,
        Optional<String> certificateHeader,
        List<Check> checks)
        implements Routing {
    /** Copies {@code checks}. */
    public Route {
        checks = List.copyOf(checks);
    }
}
