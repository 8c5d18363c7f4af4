package dev.gatehouse.load;

import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.model.spec.Protocol;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.request.HttpRequest;
import io.gatling.http.request.HttpRequestDef;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.channel.EventLoop;
import java.util.Objects;
import scala.Option;

/**
 * A step of a Gatling scenario that sends the request of each user that comes, hears of its answer piece by piece, and
 * lets the user go on when it has its outcome. Gatling's own step puts the pieces together first, and tells nobody why
 * an answer is missing. Requests of HTTP are made and sent by Gatling's client all the same: its pool, its TLS, its
 * time limits; what speaks gRPC or WebSockets is asked by clients of our own, on the same loops.
 */
final class Asking extends LoadAction {
    /** The attribute of a session that holds its {@link Call}. */
    static final String CALL = "call";

    private final Turn turn;
    private final CallBook calls;
    private final HttpRequestDef request;
    private final Questions questions;
    private final Connections connections;
    private final CoreComponents core;
    private final Action next;

    /**
     * A step of a turn.
     *
     * @param number of the turn in the run
     * @param asked how a model is asked by HTTP, made of the {@link Call} and the {@link Turn.Place} in the user's
     *     session; its checks are not looked at
     * @param questions how a model is asked otherwise
     */
    Asking(
            Turn turn,
            long number,
            CallBook calls,
            HttpRequestActionBuilder asked,
            Questions questions,
            ScenarioContext context,
            Action next) {
        super("ask");
        if (!(asked.asScala() instanceof HttpRequestBuilder builder)) {
            throw new IllegalStateException("Gatling builds its requests in another way than it did");
        }
        HttpComponents http = builder.lookUpHttpComponents(context.protocolComponentsRegistry());
        this.turn = turn;
        this.calls = calls;
        this.core = context.coreComponents();
        this.request = builder.build(http.httpCaches(), http.httpProtocol(), context.throttled(), core.configuration());
        this.questions = questions;
        this.connections = new Connections(http.httpEngine(), core, number);
        this.next = next;
    }

    @Override
    public void execute(Session session) {
        Turn.Place place =
                (Turn.Place) Objects.requireNonNull(session.attributes().apply(Turn.PLACE));
        Arrival arrival = place.arrival();
        String subject = turn.contestant().subject();
        Call call = calls.of(subject, arrival.traffic())
                .orElseThrow(() -> new IllegalStateException(
                        subject + " is not asked for " + arrival.traffic().model()));
        Session asking = session.set(CALL, call);
        Outcome outcome = Outcome.begin(place, System.nanoTime());
        Hearing.End end = whenEnded(asking, place);
        if (call.protocol() == Protocol.HTTP) {
            request(asking, new Hearing(arrival.traffic(), call, outcome, end));
        } else {
            ask(asking.eventLoop(), call, arrival, new Heard(arrival.traffic(), Edge.of(call), outcome, end));
        }
    }

    private void ask(EventLoop loop, Call call, Arrival arrival, Heard heard) {
        questions
                .of(call, arrival, connections.dialler(call))
                .ifPresentOrElse(
                        question -> connections
                                .speaking(call.protocol())
                                .call(loop, question, true, questions.limit(), heard),
                        heard::notSent);
    }

    private void request(Session asking, Hearing hearing) {
        Option<HttpRequest> ready = request.build(asking).toOption();
        if (ready.isEmpty()) {
            hearing.notSent();
        } else {
            connections.send(ready.get().clientRequest(), asking.eventLoop(), hearing);
        }
    }

    private Hearing.End whenEnded(Session asking, Turn.Place place) {
        long begun = core.clock().nowMillis();
        return (good, status, why) -> {
            if (place.recorder().isPresent()) {
                show(asking, place.arrival(), begun, good, status, why);
            }
            if (turn.ended()) {
                connections.close(core.eventLoopGroup());
            }
            next.$bang(asking);
        };
    }

    /** Gatling's own report shows the requests that are recorded, and no others. */
    private void show(Session asking, Arrival arrival, long begun, boolean good, int status, String why) {
        core.statsEngine()
                .logResponse(
                        asking.scenario(),
                        asking.groups(),
                        turn.contestant().name() + " / " + arrival.traffic().model(),
                        begun,
                        Math.max(begun, core.clock().nowMillis()),
                        good ? io.gatling.commons.stats.OK$.MODULE$ : io.gatling.commons.stats.KO$.MODULE$,
                        status == 0 ? Option.empty() : Option.apply(Integer.toString(status)),
                        why.isEmpty() ? Option.empty() : Option.apply(why));
    }
}
