package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.token.TokenIssuer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is made once and may serve several labs: event loops, who signs certificates, who signs tokens. Thread-safe. */
final class Site implements AutoCloseable {
    private final Loops loops;
    private final Authority authority = Authority.create("Gatehouse lab");
    private final TokenIssuer issuer = TokenIssuer.create(Clock.systemUTC());
    private final Map<String, Identity> servers = new ConcurrentHashMap<>();

    private Site(Loops loops) {
        this.loops = loops;
    }

    static Site open(String name, int threads) {
        return new Site(Loops.start(name, threads));
    }

    Loops loops() {
        return loops;
    }

    Authority authority() {
        return authority;
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /** The certificate of a host; the same each time. */
    Identity server(String host) {
        return servers.computeIfAbsent(host, name -> authority.server(List.of(name)));
    }

    @Override
    public void close() {
        loops.close();
    }
}
