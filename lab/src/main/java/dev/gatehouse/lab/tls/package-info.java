/**
 * Where TLS ends and begins again on the lab's path.
 *
 * <p>Entry points: {@link dev.gatehouse.lab.tls.TlsListener} and {@link dev.gatehouse.lab.tls.TlsSender}. Pitfall: a
 * handshake costs about 1 ms of CPU; a generator that opens a connection per request at 200/s spends 20 % of a core on
 * it and measures cryptography instead of hops.
 */
@NullMarked
package dev.gatehouse.lab.tls;

import org.jspecify.annotations.NullMarked;
