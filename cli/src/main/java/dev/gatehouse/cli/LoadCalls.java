package dev.gatehouse.cli;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.InferenceMethod;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How each contestant is asked for each model, as the load generator reads it. */
final class LoadCalls {
    private final List<CallsJson.Asked> calls = new ArrayList<>();
    private final List<Model> models;

    LoadCalls(List<Model> models) {
        this.models = List.copyOf(models);
    }

    /** A design of the lab, with the token, the key and the host of each of its clients. */
    void design(Lab lab) {
        for (Client client : Client.of(lab)) {
            if (models.stream().anyMatch(model -> model.name().equals(client.model()))) {
                Map<String, String> headers = new TreeMap<>(client.headers());
                headers.put("host", client.host());
                calls.add(new CallsJson.Asked(
                        lab.topology().design().id(),
                        client.entry(),
                        client.model(),
                        client.protocol().word(),
                        client.method(),
                        url(client.scheme(), client.host(), client.address(), client.path()),
                        client.address().getAddress().getHostAddress(),
                        headers,
                        client.contentType(),
                        client.edge()));
            }
        }
    }

    /** The models' own addresses, without any hop. */
    void direct(Lab lab) {
        for (Model model : models) {
            String host = model.service().name() + "." + model.service().namespace();
            InetSocketAddress address = lab.models().address(model.service());
            for (String entry : model.entries()) {
                calls.add(new CallsJson.Asked(
                        Contestant.DIRECT,
                        entry,
                        model.name(),
                        model.protocol().word(),
                        "POST",
                        url(model.service().tls() ? "https" : "http", host, address, InferenceMethod.path(model)),
                        address.getAddress().getHostAddress(),
                        new TreeMap<>(model.headers()),
                        Client.contentType(model),
                        HopKind.MODEL_SERVICE.id()));
            }
        }
    }

    /** A live endpoint, which gets what the entry carries. */
    void live(URI url, String entry) {
        String base = url.toString().replaceAll("/+$", "");
        for (Model model : models) {
            if (model.entries().contains(entry)) {
                calls.add(new CallsJson.Asked(
                        url.toString(),
                        entry,
                        model.name(),
                        model.protocol().word(),
                        "POST",
                        base + InferenceMethod.path(model),
                        "",
                        new TreeMap<>(model.headers()),
                        Client.contentType(model),
                        Failure.UNKNOWN));
            }
        }
    }

    /** All of them, in the order in which they were given. */
    List<CallsJson.Asked> all() {
        return List.copyOf(calls);
    }

    private static String url(String scheme, String host, InetSocketAddress address, String path) {
        return scheme + "://" + host + ":" + address.getPort() + path;
    }
}
