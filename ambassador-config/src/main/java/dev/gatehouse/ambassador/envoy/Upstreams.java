package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that take the place of upstreams'. An upstream is named as {@code host:port}, as the host alone, as
 * {@code service.namespace} or by its name in Envoy; {@code fraud.serving:8080} before {@code fraud.serving}.
 *
 * @param byName the addresses by name; connections are spread over several of one name, as over the pods of a Service
 */
public record Upstreams(Map<String, List<Address>> byName) {
    private static final Pattern WRITTEN = Pattern.compile("([^=\\s]+)=(\\[[0-9A-Fa-f:.]+]|[^=:\\s]+):([0-9]{1,5})");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+");

    /**
     * Where an upstream is.
     *
     * @param host a name or an address; IPv6 without brackets
     * @param port 1 to 65535
     */
    public record Address(String host, int port) {
        /** Whether nothing needs to be resolved. */
        boolean isNumeric() {
            return NUMERIC.matcher(host).matches();
        }

        Block block() {
            return new Block()
                    .put("socket_address", new Block().put("address", host).put("port_value", port));
        }
    }

    /** Copies {@code byName}. */
    public Upstreams {
        Map<String, List<Address>> copy = new TreeMap<>();
        byName.forEach((name, addresses) -> copy.put(name, List.copyOf(addresses)));
        byName = Map.copyOf(copy);
    }

    /** None: every upstream is where the manifests say. */
    public static Upstreams none() {
        return new Upstreams(Map.of());
    }

    /** The same with one more, at that address only. */
    public Upstreams with(String name, String host, int port) {
        return with(name, List.of(new Address(host, port)));
    }

    /** The same with one more address of a name. */
    public Upstreams and(String name, String host, int port) {
        List<Address> all = new ArrayList<>(byName.getOrDefault(name, List.of()));
        all.add(new Address(host, port));
        return with(name, all);
    }

    private Upstreams with(String name, List<Address> addresses) {
        Map<String, List<Address>> more = new TreeMap<>(byName);
        more.put(name, addresses);
        return new Upstreams(more);
    }

    /**
     * The same with one more, written {@code NAME=HOST:PORT}.
     *
     * @throws IllegalArgumentException if it is written otherwise; the message says what is expected
     */
    public Upstreams with(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(3)) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "an upstream is written NAME=HOST:PORT, such as fraud.serving:8080=127.0.0.1:9000, not '" + written
                            + "'");
        }
        return with(matcher.group(1), matcher.group(2).replaceAll("[\\[\\]]", ""), port);
    }

    /** The names that no upstream of a table has, sorted. */
    public List<String> strangers(RouteTable table) {
        List<String> known = known(table);
        return byName.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }

    /** All names that a table's upstreams go by, each once, in the order of the upstreams. */
    public static List<String> known(RouteTable table) {
        return table.upstreams().stream()
                .flatMap(upstream -> names(upstream).stream())
                .distinct()
                .toList();
    }

    /** What takes the place of an upstream; empty if nothing does. */
    public List<Address> of(Upstream upstream) {
        return names(upstream).stream()
                .filter(byName::containsKey)
                .findFirst()
                .map(name -> byName.getOrDefault(name, List.of()))
                .orElse(List.of());
    }

    private static List<String> names(Upstream upstream) {
        List<String> names = new ArrayList<>();
        names.add(upstream.target().text());
        Address own = own(upstream);
        names.add(own.host() + ":" + own.port());
        names.add(own.host());
        names.add(upstream.name());
        return names;
    }

    /** Where the manifests say it is; a set of endpoints is taken for the service's name in DNS. */
    static Address own(Upstream upstream) {
        if (upstream.target() instanceof Upstream.Target.Endpoints endpoints) {
            String namespace = endpoints.namespace();
            return new Address(endpoints.service() + (namespace.isEmpty() ? "" : "." + namespace), endpoints.port());
        }
        Upstream.Target.Address address = (Upstream.Target.Address) upstream.target();
        return new Address(address.host(), address.port());
    }
}
