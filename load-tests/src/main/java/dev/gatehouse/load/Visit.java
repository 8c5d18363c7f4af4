package dev.gatehouse.load;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.schedule.Arrival;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What one virtual user does: waits for the moment of its arrival, asks once, and says what became of it. */
final class Visit {
    private static final String CALL = "call";
    private static final String EXCHANGE = "exchange";
    private static final String SENT = "sent";
    private static final String STATUS = "status";
    private static final String HOP = "hop";
    private static final String VARIANT = "variant";
    private static final String MODEL = "model";

    /** Refused or reset: Gatling tells its own report which, and not the user. */
    private static final Failure NO_ANSWER = new Failure("no-answer", Failure.UNKNOWN);

    private final Turn turn;
    private final CallBook calls;
    private final Bodies bodies;
    private final Metronome metronome;
    private final Duration limit;

    Visit(Turn turn, CallBook calls, Bodies bodies, Metronome metronome, Duration limit) {
        this.limit = limit;
        this.turn = turn;
        this.calls = calls;
        this.bodies = bodies;
        this.metronome = metronome;
    }

    ChainBuilder steps() {
        return exec(LoadAction.builder(next -> new OnTime(turn, metronome, next)))
                .exec(this::leave)
                .exec(request())
                .exec(this::arrive);
    }

    private HttpRequestActionBuilder request() {
        return http(session -> turn.contestant().name() + " / "
                        + place(session).arrival().traffic().model())
                .httpRequest(
                        session -> call(session).method(),
                        session -> call(session).url())
                .sign((request, session) -> {
                    Call call = call(session);
                    call.headers().forEach(request.getHeaders()::set);
                    Arrival arrival = place(session).arrival();
                    request.getHeaders().set("x-gatehouse-request", String.valueOf(arrival.draw()));
                    if (arrival.pinned()) {
                        arrival.traffic()
                                .pin()
                                .ifPresent(pin -> request.getHeaders().set(pin.header(), pin.value()));
                    }
                    return request;
                })
                .requestTimeout(limit)
                .header("content-type", session -> call(session).contentType())
                .body(ByteArrayBody(session -> bodies.of(place(session).arrival())))
                .check(
                        status().saveAs(STATUS),
                        header("x-gatehouse-hop").optional().saveAs(HOP),
                        header("x-variant").optional().saveAs(VARIANT),
                        header("x-model").optional().saveAs(MODEL));
    }

    private Session leave(Session session) {
        Turn.Place place = place(session);
        Arrival arrival = place.arrival();
        Call call = calls.of(turn.contestant().subject(), arrival.traffic())
                .orElseThrow(() -> new IllegalStateException(turn.contestant().subject() + " is not asked for "
                        + arrival.traffic().model()));
        Session ready = session.set(CALL, call);
        return place.recorder()
                .map(recorder -> {
                    long now = System.nanoTime();
                    return ready.set(SENT, now).set(EXCHANGE, recorder.sent(place.dueNanos(), now));
                })
                .orElse(ready);
    }

    private Session arrive(Session session) {
        long now = System.nanoTime();
        place(session).recorder().ifPresent(recorder -> {
            Exchange exchange = java.util.Objects.requireNonNull(session.<Exchange>get(EXCHANGE));
            Optional<Failure> failure = failure(session);
            long taken = now - java.util.Objects.requireNonNull(session.<Long>get(SENT));
            if (!session.contains(STATUS) && taken >= limit.toNanos()) {
                exchange.timedOut();
            } else {
                failure.ifPresentOrElse(exchange::failed, () -> exchange.ok(now));
            }
            boolean chosen = failure.isEmpty() && !place(session).arrival().pinned() && session.contains(VARIANT);
            if (chosen) {
                recorder.count("variant/" + session.getString(MODEL) + "/" + session.getString(VARIANT));
            }
        });
        turn.ended();
        return session;
    }

    private static Optional<Failure> failure(Session session) {
        if (!session.contains(STATUS)) {
            return Optional.of(NO_ANSWER);
        }
        int code = session.getInt(STATUS);
        if (code < 400) {
            return Optional.empty();
        }
        String hop = session.contains(HOP)
                ? java.util.Objects.requireNonNull(session.getString(HOP)).toLowerCase(Locale.ROOT)
                : Failure.UNKNOWN;
        return Optional.of(Failure.status(code, hop));
    }

    private static Turn.Place place(Session session) {
        return java.util.Objects.requireNonNull(session.<Turn.Place>get(Turn.PLACE));
    }

    private static Call call(Session session) {
        return java.util.Objects.requireNonNull(session.<Call>get(CALL));
    }
}
