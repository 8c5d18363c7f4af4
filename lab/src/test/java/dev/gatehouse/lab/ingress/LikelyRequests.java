package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests from a seed that are likely to concern a route table: made for one of its routes, then changed a little. */
final class LikelyRequests {
    private static final List<String> TAILS =
            List.of("", "", "infer", "x/y", "a%2Fb", "a%20b", "./x", "../x", "//x", "%41", "models/fraud/infer", "2");
    private static final List<String> QUERIES =
            List.of("", "", "?version=1", "?version=2&tenant=acme", "?tenant=", "?tenant=acme", "?x", "?");
    private static final List<String> HEADERS = List.of(
            "x-tenant: acme",
            "x-cohort: beta",
            "x-model-version: v2",
            "x-forwarded-proto: https",
            "x-forwarded-proto: http",
            "user-agent: grpc-java/1.6",
            "user-agent: my python 3",
            "x-forwarded-for: 192.0.2.7, 198.51.100.9");
    private static final Map<String, String> EXAMPLES = Map.of(
            "[a-z]+",
            "fraud",
            "[0-9]+",
            "3",
            "(a|b)",
            "b",
            ".*python.*",
            "my python 3",
            "grpc-.*",
            "grpc-go",
            ".*",
            "z",
            ".+",
            "y");

    private final Random random;
    private final List<VirtualHost> hosts;

    LikelyRequests(long seed, RouteTable table) {
        random = new Random(seed);
        hosts = table.virtualHosts();
    }

    Request next(String probe) {
        VirtualHost host = hosts.isEmpty() ? null : one(hosts);
        Request request =
                new Request("GET", false, "models.example.com", "/", List.of(), "").withHeader("x-probe: " + probe);
        if (host != null && !host.routes().isEmpty()) {
            request = aimed(request, host, one(host.routes()));
        }
        if (chance(25)) {
            request = request.withHeader(one(HEADERS));
        }
        if (chance(8)) {
            request = request.withHeader("host: "
                    + one(List.of("other.test", "Models.Example.com", "models.example.com:8080", "a.models.b")));
        }
        return chance(20) ? request.withHeader(":method: " + one(List.of("GET", "POST", "PUT", "DELETE"))) : request;
    }

    private Request aimed(Request base, VirtualHost host, Route route) {
        Request request = base.withHeader("host: " + name(one(host.domains())));
        String path = path(route.match().path());
        if (chance(15)) {
            path = path.substring(0, path.length() - 1);
        }
        String target = path + (chance(50) ? one(TAILS) : "");
        if (chance(5)) {
            target = target.toUpperCase(java.util.Locale.ROOT);
        }
        String query = one(QUERIES);
        for (ValueMatch parameter : route.match().query()) {
            if (chance(80)) {
                query = (query.length() > 1 ? query + "&" : "?") + parameter.name() + "=" + value(parameter.value());
            }
        }
        request = new Request(
                request.method(),
                false,
                request.authority(),
                target.startsWith("/") ? target + query : "/" + query,
                request.headers(),
                "");
        for (ValueMatch header : route.match().headers()) {
            if (chance(85) && !value(header.value()).isEmpty()) {
                request = request.withHeader(header.name() + ": " + value(header.value()));
            }
        }
        return request;
    }

    private static String name(String domain) {
        return domain.equals("*")
                ? "models.example.com"
                : domain.startsWith("*") ? "models" + domain.substring(1) : domain.replace("*", "example.com");
    }

    private static String path(PathMatch match) {
        return match instanceof PathMatch.Regex ? example(match.text()) : match.text();
    }

    private static String example(String expression) {
        String text = expression.replace("GET|POST", "POST");
        for (String part : List.of(".*python.*", "grpc-.*", "[a-z]+", "[0-9]+", "(a|b)", ".*", ".+")) {
            text = text.replace(part, EXAMPLES.getOrDefault(part, ""));
        }
        return text;
    }

    private static String value(TextMatch match) {
        if (match instanceof TextMatch.Exact exact) {
            return exact.text();
        }
        if (match instanceof TextMatch.Prefix prefix) {
            return prefix.text() + "com";
        }
        if (match instanceof TextMatch.Suffix suffix) {
            return "models" + suffix.text();
        }
        return match instanceof TextMatch.Regex regex ? example(regex.expression()) : "there";
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
