package dev.gatehouse.lab.server;

import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Durations;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a request asks of a model server, beside its answer: headers that begin with {@code x-gatehouse-}, which pass
 * all hops.
 *
 * @param request the head of the request
 * @param path its path without the query
 */
record Wish(HttpRequest request, String path) {
    static Wish of(HttpRequest request) {
        int end = request.uri().indexOf('?');
        return new Wish(request, end < 0 ? request.uri() : request.uri().substring(0, end));
    }

    HttpHeaders headers() {
        return request.headers();
    }

    /** The number that decides its service time; empty where it has none. */
    OptionalLong number() {
        String number = headers().get(ModelServer.NUMBER);
        if (number == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(number.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether it wants to know what of it has arrived. */
    boolean wantsEcho() {
        return headers().contains(ModelServer.ECHO);
    }

    /** How long the answer shall take; a stream's first piece. */
    Optional<Duration> time() {
        return duration(ModelServer.TIME);
    }

    /** How long a stream shall be silent between its pieces. */
    Optional<Duration> gap() {
        return duration(ModelServer.GAP);
    }

    /** How long a stream shall take as a whole. */
    Optional<Duration> whole() {
        return duration(ModelServer.WHOLE);
    }

    /** How large the answer shall be. */
    Optional<DataSize> size() {
        return Optional.ofNullable(headers().get(ModelServer.SIZE)).flatMap(text -> {
            try {
                return Optional.of(DataSize.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Duration> duration(String header) {
        return Optional.ofNullable(headers().get(header)).flatMap(text -> {
            try {
                return Optional.of(Durations.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
