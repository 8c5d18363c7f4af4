package dev.gatehouse.lab.ingress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which virtual host takes a host: exact before {@code *.a} before {@code a.*} before {@code *}, the longest first. */
final class HostIndex {
    private record Pattern(String text, HostRoutes routes) {}

    private final Map<String, HostRoutes> exact = new HashMap<>();
    private final List<Pattern> suffixes = new ArrayList<>();
    private final List<Pattern> prefixes = new ArrayList<>();
    private @Nullable HostRoutes any;

    /** Adds a host's routes under its domains; what is there already stays. */
    HostIndex add(List<String> domains, HostRoutes routes) {
        for (String written : domains) {
            String domain = written.toLowerCase(Locale.ROOT);
            if (domain.equals("*")) {
                any = any == null ? routes : any;
            } else if (domain.startsWith("*")) {
                suffixes.add(new Pattern(domain.substring(1), routes));
            } else if (domain.endsWith("*")) {
                prefixes.add(new Pattern(domain.substring(0, domain.length() - 1), routes));
            } else {
                exact.putIfAbsent(domain, routes);
            }
        }
        Comparator<Pattern> longest =
                Comparator.comparingInt(pattern -> -pattern.text().length());
        suffixes.sort(longest);
        prefixes.sort(longest);
        return this;
    }

    /** The routes of a host, with its port if that is written; {@code null} where no virtual host takes it. */
    @Nullable
    HostRoutes find(String authority) {
        HostRoutes found = exact.get(authority);
        if (found != null) {
            return found;
        }
        String host = authority.toLowerCase(Locale.ROOT);
        found = exact.get(host);
        if (found != null) {
            return found;
        }
        for (Pattern pattern : suffixes) {
            if (host.length() > pattern.text().length() && host.endsWith(pattern.text())) {
                return pattern.routes();
            }
        }
        for (Pattern pattern : prefixes) {
            if (host.length() > pattern.text().length() && host.startsWith(pattern.text())) {
                return pattern.routes();
            }
        }
        return any;
    }
}
