package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** TCPMappings that share a port and a server name. */
final class TcpGroup {
    private static final List<String> CORE = List.of(
            "address", "circuit_breakers", "enable_ipv4", "enable_ipv6", "host", "idle_timeout_ms", "port", "tls");

    private final TcpMapping first;
    private final Problems problems;
    private final Map<Origin, Integer> percentBelow = new HashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private List<TcpMapping> members = new ArrayList<>();

    /** A TCPMapping that the group did not take, and why. */
    record Refusal(TcpMapping mapping, String why) {}

    TcpGroup(TcpMapping first, Problems problems) {
        this.first = first;
        this.problems = problems;
        members.add(first);
    }

    void add(TcpMapping mapping) {
        List<String> differing = CORE.stream()
                .filter(name ->
                        name.equals("circuit_breakers") || mapping.values().has(name))
                .filter(name ->
                        !mapping.values().get(name).equals(first.values().get(name)))
                .toList();
        if (differing.isEmpty()) {
            members.add(mapping);
            return;
        }
        String why =
                "differs from " + first.origin().key() + ", the first of its group, in " + String.join(", ", differing);
        refused.add(new Refusal(mapping, why));
        problems.add(first.origin().key(), mapping.origin(), mapping.origin().key() + " " + why);
    }

    void settle() {
        members = Weights.settle(members, percentBelow, what -> problems.add(first.origin(), what));
    }

    Origin first() {
        return first.origin();
    }

    List<TcpMapping> members() {
        return members;
    }

    List<Refusal> refused() {
        return refused;
    }

    int percentBelow(TcpMapping member) {
        return percentBelow.getOrDefault(member.origin(), 0);
    }

    String host() {
        return first.host();
    }

    String boundTo() {
        return "tcp-" + first.address() + "-" + first.port();
    }

    /** The Listener that is made for it where its port has none. */
    ListenerSetup listener(String namespace) {
        return ListenerSetup.forTcp(first.origin(), first.address(), first.port(), !host().isEmpty(), namespace);
    }

    /** Its filter chain. The weights are the cumulative ones, which is what the compiler hands over. */
    FilterChain chain(Optional<TlsContexts.Context> context, Function<TcpMapping, String> upstream) {
        return new FilterChain.Tcp(
                host().isEmpty() || host().equals("*") ? List.of() : List.of(host()),
                context.map(found -> found.name).orElse(""),
                members.stream()
                        .map(member -> new FilterChain.Target(upstream.apply(member), percentBelow(member)))
                        .toList(),
                first.origin());
    }

    /** The TLS context for its server name: a Host's first, else one that lists the name. */
    static Optional<TlsContexts.Context> context(String host, List<Host> byHostname, TlsContexts contexts) {
        return byHostname.stream()
                .filter(candidate -> candidate.endsTls() && HostGlob.overlap(candidate.hostname(), host))
                .findFirst()
                .flatMap(Host::context)
                .or(() -> contexts.all().stream()
                        .filter(context -> context.hosts().contains(host))
                        .findFirst());
    }
}
