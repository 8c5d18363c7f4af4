package dev.gatehouse.lab.stage;

import io.netty.handler.codec.http.HttpRequest;

/** What a layer 7 stage does with a request. Thread-safe, and quick: it is asked on the loop. */
@FunctionalInterface
public interface Router {
    /**
     * Chooses by host, path and headers.
     *
     * @param host the request's host in lower case, without a port; empty if it has none
     */
    Routing route(String host, HttpRequest head);
}
