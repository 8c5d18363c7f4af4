package dev.gatehouse.ambassador.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** A route table as the JSON document {@code gatehouse/routes/1}. */
public final class RoutesJson {
    /** The name of the form. */
    public static final String SCHEMA = "gatehouse/routes/1";

    private final RouteTable table;
    private final UpstreamNames names;
    private final RouteFields routes;
    private final JsonGenerator json;

    private RoutesJson(RouteTable table, JsonGenerator json) {
        this.table = table;
        this.names = new UpstreamNames(table);
        this.routes = new RouteFields(names, json);
        this.json = json;
    }

    /**
     * The document as text. What the ingress adds by itself (its health checks) is left out; chains that pass bytes on
     * stand under {@code tcp}, which is left out where there is none.
     */
    public static String write(RouteTable table) {
        return new String(bytes(table), UTF_8);
    }

    /** {@link #write} in UTF-8: for a large table in half the memory. */
    public static byte[] bytes(RouteTable table) {
        return StreamedJson.bytes(json -> new RoutesJson(table, json).document());
    }

    private void document() {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        texts("errors", table.errors());
        json.writeArrayPropertyStart("virtualHosts");
        chains(FilterChain.Http.class, (listener, chain) -> chain.virtualHosts().forEach(host -> host(host, chain)));
        json.writeEndArray();
        if (table.listeners().stream()
                .flatMap(listener -> listener.chains().stream())
                .anyMatch(FilterChain.Tcp.class::isInstance)) {
            json.writeArrayPropertyStart("tcp");
            chains(FilterChain.Tcp.class, this::tcp);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private <C extends FilterChain> void chains(Class<C> type, BiConsumer<Listener, C> teller) {
        for (Listener listener : table.listeners()) {
            for (FilterChain chain : listener.chains()) {
                if (type.isInstance(chain)) {
                    teller.accept(listener, type.cast(chain));
                }
            }
        }
    }

    private void host(VirtualHost host, FilterChain chain) {
        json.writeStartObject();
        json.writeStringProperty("listener", host.listener());
        tls(chain);
        texts("domains", host.domains());
        json.writeArrayPropertyStart("routes");
        for (Route route : host.routes()) {
            if (!route.origin().synthetic()) {
                routes.write(route);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tcp(Listener listener, FilterChain.Tcp chain) {
        json.writeStartObject();
        json.writeStringProperty("listener", listener.name());
        json.writeNumberProperty("port", listener.port());
        tls(chain);
        json.writeArrayPropertyStart("to");
        for (FilterChain.Target target : chain.targets()) {
            json.writeStartObject();
            json.writeStringProperty("upstream", names.of(target.upstream()));
            json.writeNumberProperty("weight", target.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tls(FilterChain chain) {
        if (chain.tlsContext().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("tls");
        json.writeStringProperty("context", chain.tlsContext());
        texts("serverNames", chain.serverNames());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
