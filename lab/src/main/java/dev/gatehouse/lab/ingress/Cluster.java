package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.net.Connector;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream with its hosts, and connections to them for each event loop. Thread-safe. */
final class Cluster {
    private static final Duration IDLE = Duration.ofHours(1);

    private final Upstream upstream;
    private final List<InetSocketAddress> addresses;
    private final AtomicInteger asked = new AtomicInteger();
    private final Optional<SslContext> tls;
    private final Connector connector;
    private final Duration idle;
    private final Breaker usual;
    private final Breaker high;
    private final Map<EventLoop, Hosts> hosts = new ConcurrentHashMap<>();

    /**
     * An upstream.
     *
     * @param addresses where its hosts are: requests go to each in turn; empty where nobody is there
     * @param tls with what TLS is spoken to it; empty for cleartext
     */
    Cluster(Upstream upstream, List<InetSocketAddress> addresses, Optional<SslContext> tls, Connector connector) {
        this.upstream = upstream;
        this.addresses = List.copyOf(addresses);
        this.tls = tls;
        this.connector = connector;
        this.idle = new Settings(upstream.settings().others())
                .millis("cluster_idle_timeout_ms")
                .orElse(IDLE);
        this.usual = Breaker.of(upstream.circuitBreakers(), "default");
        this.high = Breaker.of(upstream.circuitBreakers(), "high");
    }

    /** Whether it is the same upstream at the same places, so that its connections may be kept. */
    boolean serves(Upstream other, List<InetSocketAddress> otherAddresses) {
        return upstream.equals(other) && addresses.equals(otherAddresses);
    }

    /** The connections of one event loop; to be asked on it. */
    Hosts hosts(EventLoop loop) {
        return hosts.computeIfAbsent(loop, key -> new Hosts(this, key));
    }

    Breaker breaker(String priority) {
        return priority.equalsIgnoreCase("high") ? high : usual;
    }

    /** Where the next request goes; empty where nobody is there. */
    Optional<InetSocketAddress> nextHost() {
        return switch (addresses.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(addresses.get(0));
            default -> Optional.of(addresses.get(Math.floorMod(asked.getAndIncrement(), addresses.size())));
        };
    }

    Optional<SslContext> tls() {
        return tls;
    }

    /** The server name that TLS asks for; empty for none. */
    String serverName() {
        return upstream.settings().hostRewrite();
    }

    boolean http2() {
        return upstream.settings().http2();
    }

    Duration connectTimeout() {
        return upstream.settings().connectTimeout();
    }

    Duration idle() {
        return idle;
    }

    Connector connector() {
        return connector;
    }

    /** What a host becomes that is rewritten to the upstream's name; empty where it has none. */
    Optional<String> host() {
        return upstream.target() instanceof Upstream.Target.Address own ? Optional.of(own.host()) : Optional.empty();
    }

    /** Ends the connections that nobody uses, and those in use when their answers have come. */
    void retire() {
        hosts.forEach((loop, each) -> loop.execute(each::retire));
    }
}
