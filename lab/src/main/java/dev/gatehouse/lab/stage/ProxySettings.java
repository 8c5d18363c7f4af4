package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.tls.TlsListener;
import java.util.Optional;

/**
 * What a layer 7 stage does to requests.
 *
 * @param hop the kind of the hop
 * @param tls how TLS ends here; empty: clients speak in plain
 * @param router where requests go
 * @param limits what it takes
 * @param carriesGrpc whether gRPC passes
 * @param carriesWebSocket whether connections may be upgraded
 * @param forwardsAddress whether the client's address is appended to {@code X-Forwarded-For}
 * @param clientPort the port that clients believe to call, for {@code X-Forwarded-Port}
 * @param keepsUpstream whether connections to targets are kept for the next client when one leaves
 * @param delayNanos by how much bytes towards the target are held back, in real nanoseconds
 */
public record ProxySettings(
        String hop,
        Optional<TlsListener> tls,
        Router router,
        Limits limits,
        boolean carriesGrpc,
        boolean carriesWebSocket,
        boolean forwardsAddress,
        int clientPort,
        boolean keepsUpstream,
        long delayNanos) {
    /**
     * What a stage takes; a number that no fact gives is {@link Integer#MAX_VALUE}.
     *
     * @param lineBytes the longest request line
     * @param headerBytes the longest headers, together
     * @param bodyBytes the longest body of a request
     * @param answerBytes the longest body of an answer that is held until it is whole
     */
    public record Limits(int lineBytes, int headerBytes, int bodyBytes, int answerBytes) {}
}
