package dev.gatehouse.load;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.measurements.schedule.Arrival;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;

/** What one virtual user does: waits for the moment of its arrival, asks once, and says what became of it. */
final class Visit {
    private final Turn turn;
    private final long number;
    private final CallBook calls;
    private final Bodies bodies;
    private final GrpcBodies messages;
    private final Metronome metronome;
    private final RealTime realTime;
    private final Duration limit;

    /** One of the users of a turn of that run. */
    Visit(Turn turn, Running running) {
        this.turn = turn;
        this.number = running.turns().indexOf(turn);
        this.calls = running.calls();
        this.bodies = running.bodies();
        this.messages = running.messages();
        this.metronome = running.metronome();
        this.realTime = running.realTime();
        this.limit = running.limit();
    }

    ChainBuilder steps() {
        return exec(LoadAction.builder((context, next) -> {
                    realTime.loops(context.coreComponents().eventLoopGroup());
                    return new OnTime(turn, metronome, next);
                }))
                .exec(LoadAction.builder((context, next) -> new Asking(
                        turn, number, calls, request(), new Questions(bodies, messages, limit), context, next)));
    }

    private HttpRequestActionBuilder request() {
        return http(turn.title())
                .httpRequest(
                        session -> call(session).method(),
                        session -> call(session).url())
                .sign((request, session) -> {
                    Call call = call(session);
                    call.headers().forEach(request.getHeaders()::set);
                    Arrival arrival = place(session).arrival();
                    request.getHeaders().set(ModelServer.NUMBER, String.valueOf(arrival.draw()));
                    if (arrival.pinned()) {
                        arrival.traffic()
                                .pin()
                                .ifPresent(pin -> request.getHeaders().set(pin.header(), pin.value()));
                    }
                    return request;
                })
                .requestTimeout(limit)
                .header("content-type", session -> call(session).contentType())
                .body(ByteArrayBody(session -> bodies.of(place(session).arrival())));
    }

    private static Turn.Place place(Session session) {
        return java.util.Objects.requireNonNull(session.<Turn.Place>get(Turn.PLACE));
    }

    private static Call call(Session session) {
        return java.util.Objects.requireNonNull(session.<Call>get(Asking.CALL));
    }
}
