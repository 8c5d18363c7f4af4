package dev.gatehouse.lab.probe;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param status of HTTP; 0 where the connection broke before an answer began
 * @param headers by their lower-case names, trailers among them
 * @param text the beginning of the body
 * @param bytes how long the body was
 * @param pieces in how many reads of the network the body came
 * @param firstNanos after how long its first byte came
 * @param nanos after how long it was over
 * @param whole whether it came to its end
 */
record Reply(
        int status,
        Map<String, String> headers,
        String text,
        long bytes,
        int pieces,
        long firstNanos,
        long nanos,
        boolean whole) {
    Reply {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    static Reply broken() {
        return new Reply(0, Map.of(), "", 0, 0, 0, 0, false);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The model that answered; empty if none did. */
    String model() {
        return header("x-model");
    }

    String variant() {
        return header("x-variant");
    }

    /** Whether the model itself answered well and to the end. */
    boolean answered(String model) {
        boolean well = header("grpc-status").isEmpty() || header("grpc-status").equals("0");
        return status == 200 && well && whole && model().equals(model);
    }

    /** Whether somebody on the way would not have it: a broken connection, or a status that blames the client. */
    boolean isRefused() {
        return status == 0 || (status >= 300 && status < 500 && model().isEmpty());
    }

    boolean isLimited() {
        return header("x-gatehouse-reason").equals("rate-limit")
                || status == 429
                || header("x-envoy-ratelimited").equals("true");
    }

    @Override
    public String toString() {
        return status == 0
                ? "the connection broke"
                : status + (whole ? "" : ", cut off") + " with " + bytes + " bytes, hop '" + header("x-gatehouse-hop")
                        + "', reason '" + header("x-gatehouse-reason") + "', model '" + model() + "'"
                        + (header("grpc-status").isEmpty() ? "" : ", grpc-status " + header("grpc-status"));
    }
}
