package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which virtual host takes a host: exact before {@code *.a} before {@code a.*} before {@code *}, the longest first. */
final class DomainChoice {
    private DomainChoice() {}

    static Optional<VirtualHost> of(List<VirtualHost> hosts, String authority) {
        String host = authority.toLowerCase(Locale.ROOT);
        return first(hosts, host::equals)
                .or(() -> first(
                        hosts,
                        domain -> domain.length() > 1
                                && domain.startsWith("*")
                                && host.length() >= domain.length()
                                && host.endsWith(domain.substring(1))))
                .or(() -> first(
                        hosts,
                        domain -> domain.length() > 1
                                && domain.endsWith("*")
                                && host.length() >= domain.length()
                                && host.startsWith(domain.substring(0, domain.length() - 1))))
                .or(() -> first(hosts, "*"::equals));
    }

    private static Optional<VirtualHost> first(List<VirtualHost> hosts, Predicate<String> takes) {
        record Match(VirtualHost host, String domain) {}
        Stream<Match> matches = hosts.stream()
                .flatMap(host -> host.domains().stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .filter(takes)
                        .map(domain -> new Match(host, domain)));
        return matches.max(Comparator.comparingInt(match -> match.domain().length()))
                .map(Match::host);
    }
}
