/**
 * What everything in the lab that listens or connects is made of: endpoints on loopback, event loops, certificates.
 *
 * <p>Entry points: {@link dev.gatehouse.lab.net.Endpoint}, {@link dev.gatehouse.lab.net.Loops} and
 * {@link dev.gatehouse.lab.net.Authority}. Pitfall: a connector that reads on while the other side can't take more
 * keeps 4 MB of every such connection in memory, 400 MB for 100 of them; turn auto-read off and read after each write.
 */
@NullMarked
package dev.gatehouse.lab.net;

import org.jspecify.annotations.NullMarked;
