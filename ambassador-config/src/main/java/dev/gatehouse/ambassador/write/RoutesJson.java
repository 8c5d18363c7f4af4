package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.VirtualHost;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A route table as the JSON document {@code gatehouse/routes/1}. */
public final class RoutesJson {
    /** The name of the form. */
    public static final String SCHEMA = "gatehouse/routes/1";

    private RoutesJson() {}

    /**
     * The document as text. What the ingress adds by itself (its health checks) is left out; chains that pass bytes on
     * stand under {@code tcp}, which is left out where there is none.
     */
    public static String write(RouteTable table) {
        return Json.text(node(table));
    }

    /** {@link #write} in UTF-8: for a large table in half the memory. */
    public static byte[] bytes(RouteTable table) {
        return Json.bytes(node(table));
    }

    /** The document. */
    static ObjectNode node(RouteTable table) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        ArrayNode errors = root.putArray("errors");
        table.errors().forEach(errors::add);
        RouteNodes routes = new RouteNodes(table);
        ArrayNode hosts = root.putArray("virtualHosts");
        ArrayNode tcp = Json.object().arrayNode();
        for (Listener listener : table.listeners()) {
            for (FilterChain chain : listener.chains()) {
                if (chain instanceof FilterChain.Http http) {
                    http.virtualHosts().forEach(host -> hosts.add(host(host, chain, routes)));
                } else if (chain instanceof FilterChain.Tcp bytes) {
                    tcp.add(tcp(listener, bytes, routes));
                }
            }
        }
        if (!tcp.isEmpty()) {
            root.set("tcp", tcp);
        }
        return root;
    }

    private static ObjectNode host(VirtualHost host, FilterChain chain, RouteNodes routes) {
        ObjectNode node = Json.object();
        node.put("listener", host.listener());
        if (!chain.tlsContext().isEmpty()) {
            node.set("tls", tls(chain));
        }
        ArrayNode domains = node.putArray("domains");
        host.domains().forEach(domains::add);
        ArrayNode entries = node.putArray("routes");
        for (Route route : host.routes()) {
            if (!route.origin().synthetic()) {
                entries.add(routes.node(route));
            }
        }
        return node;
    }

    private static ObjectNode tcp(Listener listener, FilterChain.Tcp chain, RouteNodes routes) {
        ObjectNode node = Json.object();
        node.put("listener", listener.name());
        node.put("port", listener.port());
        if (!chain.tlsContext().isEmpty()) {
            node.set("tls", tls(chain));
        }
        ArrayNode targets = node.putArray("to");
        for (FilterChain.Target target : chain.targets()) {
            targets.addObject()
                    .put("upstream", routes.upstream(target.upstream()))
                    .put("weight", target.weight());
        }
        return node;
    }

    private static ObjectNode tls(FilterChain chain) {
        ObjectNode node = Json.object();
        node.put("context", chain.tlsContext());
        ArrayNode names = node.putArray("serverNames");
        chain.serverNames().forEach(names::add);
        return node;
    }
}
