package dev.gatehouse.load;

import dev.gatehouse.model.spec.Protocol;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one contestant is asked for one model at one entry.
 *
 * @param contestant the contestant's subject: a design's id, {@code direct}, or a name of one's own
 * @param entry the entry's name
 * @param model the model's name
 * @param protocol what the model speaks
 * @param method such as {@code POST}; for HTTP only
 * @param url where, with the name that TLS is to show; {@code address} says what that name stands for
 * @param address the IP address behind the host of {@code url}; empty: the system's resolver knows
 * @param headers what every request carries, {@code Host} among them where it is not the URL's
 * @param contentType of the body
 * @param edge the kind of hop that the client connects to, or {@code unknown}: whatever breaks a connection off, it is
 *     the one that does it
 */
record Call(
        String contestant,
        String entry,
        String model,
        Protocol protocol,
        String method,
        String url,
        String address,
        Map<String, String> headers,
        String contentType,
        String edge) {
    /** Copies the headers. */
    Call {
        headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
