package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.SecurityModel;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts the filter chains of one Listener together: TCP first, then TLS and cleartext by Host. Used once. */
final class Chains {
    /** What all Listeners draw on. */
    record Stock(
            List<Host> byHostname,
            List<TcpGroup> tcp,
            TlsContexts contexts,
            HttpRouting routing,
            Function<TcpMapping, String> upstreams,
            Problems problems) {}

    /** Hosts behind one server name, or behind none. */
    private record HttpChain(Optional<TlsContexts.Context> context, Set<String> serverNames, Map<String, Host> hosts) {}

    private final ListenerSetup setup;
    private final Stock stock;
    private final Map<String, FilterChain> tcp = new LinkedHashMap<>();
    private final Map<String, Origin> tcpOwners = new LinkedHashMap<>();
    private final Map<String, HttpChain> http = new LinkedHashMap<>();

    private Chains(ListenerSetup setup, Stock stock) {
        this.setup = setup;
        this.stock = stock;
    }

    /** The open port; empty, with a complaint, if nothing is behind it. */
    static Optional<Listener> of(ListenerSetup setup, Stock stock) {
        Chains chains = new Chains(setup, stock);
        stock.tcp().stream()
                .filter(group -> group.boundTo().equals(setup.boundTo()))
                .forEach(chains::add);
        if (setup.protocols().contains("HTTP")) {
            setup.taken(stock.byHostname()).forEach(chains::add);
        }
        List<FilterChain> all = chains.result();
        if (all.isEmpty()) {
            stock.problems().add(setup.origin(), "no Host and no TCPMapping is behind it: its port stays closed");
            return Optional.empty();
        }
        return Optional.of(new Listener(
                setup.name(),
                setup.origin(),
                setup.address(),
                setup.port(),
                setup.protocols(),
                setup.security(),
                setup.trustedHops(),
                setup.statsPrefix(),
                setup.http2Streams(),
                all));
    }

    private void add(TcpGroup group) {
        Optional<TlsContexts.Context> context = Optional.empty();
        if (!group.host().isEmpty()) {
            context = TcpGroup.context(group.host(), stock.byHostname(), stock.contexts());
            if (context.isEmpty()) {
                stock.problems()
                        .add(group.first(), "no TLSContext is there for host " + group.host() + ": it is disabled");
                return;
            }
        }
        String key = context.isPresent() ? "tls-" + group.host() : "cleartext";
        Origin owner = tcpOwners.putIfAbsent(key, group.first());
        if (owner != null) {
            stock.problems().add(group.first(), "it conflicts with " + owner.subject());
            return;
        }
        tcp.put(key, group.chain(context, stock.upstreams()));
    }

    private void add(Host host) {
        if (setup.protocols().contains("TLS") && host.endsTls()) {
            join("tls-" + host.serverName(), host, host.context());
        }
        boolean rejectsAll =
                setup.security() == SecurityModel.INSECURE && host.insecureAction() == Host.InsecureAction.REJECT;
        if (!rejectsAll) {
            join("cleartext-" + host.hostname(), host, Optional.empty());
        }
    }

    private void join(String key, Host host, Optional<TlsContexts.Context> context) {
        Origin owner = tcpOwners.get(key);
        if (owner != null) {
            stock.problems().add(host.origin(), "it conflicts with " + owner.subject());
            return;
        }
        HttpChain chain =
                http.computeIfAbsent(key, name -> new HttpChain(context, new LinkedHashSet<>(), new LinkedHashMap<>()));
        if (!chain.context().equals(context)) {
            stock.problems()
                    .add(
                            host.origin(),
                            "another Host with server name " + host.serverName() + " has another TLSContext");
            return;
        }
        chain.serverNames().add(host.serverName());
        chain.hosts().put(host.hostname(), host);
    }

    private List<FilterChain> result() {
        List<FilterChain> all = new ArrayList<>(tcp.values());
        List<VirtualHost> cleartext = new ArrayList<>();
        int place = -1;
        for (HttpChain chain : http.values()) {
            if (chain.context().isPresent()) {
                Set<String> names = chain.serverNames();
                all.add(new FilterChain.Http(
                        names.contains("*") ? List.of() : List.copyOf(names),
                        chain.context().get().name,
                        virtualHosts(chain)));
            } else if (!setup.overUdp()) {
                if (place < 0) {
                    place = all.size();
                }
                cleartext.addAll(virtualHosts(chain));
            }
        }
        if (place >= 0) {
            all.add(place, new FilterChain.Http(List.of(), "", cleartext));
        }
        return all;
    }

    private List<VirtualHost> virtualHosts(HttpChain chain) {
        List<VirtualHost> hosts = new ArrayList<>();
        chain.hosts()
                .forEach((hostname, host) -> hosts.add(new VirtualHost(
                        setup.name(),
                        List.of(hostname),
                        host.origin(),
                        stock.routing().of(host, setup.security()))));
        return hosts;
    }
}
