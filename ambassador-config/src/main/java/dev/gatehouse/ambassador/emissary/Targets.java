package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Upstream;
import java.util.regex.Pattern;

/** Where an upstream is, by its resolver. */
final class Targets {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?=.)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*(%.*)?");

    private Targets() {}

    /**
     * The target of a service.
     *
     * @param namespace the Mapping's
     * @param forced the namespace of all services without one; empty for the Mapping's
     */
    static Upstream.Target of(String host, int port, String namespace, Resolvers.Resolver resolver, String forced) {
        if (resolver.way() == Resolvers.Way.SERVICE || isAddress(host)) {
            return new Upstream.Target.Address(host, port);
        }
        if (resolver.way() == Resolvers.Way.CONSUL) {
            return new Upstream.Target.Endpoints("consul/" + resolver.datacenter() + "/" + host, host, "", port);
        }
        String service = host;
        String in = forced.isEmpty() ? namespace : forced;
        int dot = host.indexOf('.');
        if (dot >= 0) {
            service = host.substring(0, dot);
            String rest = host.substring(dot + 1);
            int second = rest.indexOf('.');
            in = second < 0 ? rest : rest.substring(0, second);
        }
        return new Upstream.Target.Endpoints("k8s/" + in + "/" + service + "/" + port, service, in, port);
    }

    private static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }
}
