package dev.gatehouse.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The turns of a run, one after another, in one simulation: Gatling's own report then shows all designs side by side.
 * Gatling makes it, by its name; what it runs is told beforehand by {@link LoadTest}.
 */
public final class RoundsSimulation extends Simulation {
    /** Gatling's word for a simulation is a class, so what it is to do waits here for the one that it makes. */
    private static volatile @org.jspecify.annotations.Nullable Running next;

    private final Running running;

    /**
     * Takes the run that waits.
     *
     * @throws IllegalStateException if none does
     */
    public RoundsSimulation() {
        Running waiting = next;
        if (waiting == null) {
            throw new IllegalStateException("a simulation is made by a load test, not by itself");
        }
        running = waiting;
        setUp(inOrder()).protocols(protocol());
    }

    /** The first turn, and beside it the user that makes way for the second, after whom that one comes, and so on. */
    private List<PopulationBuilder> inOrder() {
        List<PopulationBuilder> following = List.of();
        for (int at = running.turns().size() - 1; at >= 0; at--) {
            Turn turn = running.turns().get(at);
            following = following.isEmpty()
                    ? List.of(population(turn))
                    : List.of(population(turn), makingWay(turn).andThen(following));
        }
        return following;
    }

    private PopulationBuilder makingWay(Turn turn) {
        return scenario("after " + turn.title())
                .exec(LoadAction.builder((context, next) -> new NextTurn(turn, running.metronome(), next)))
                .injectOpen(atOnceUsers(1));
    }

    /** Says what the next simulation runs. */
    static void willRun(Running run) {
        next = run;
    }

    private PopulationBuilder population(Turn turn) {
        List<OpenInjectionStep> steps = new ArrayList<>();
        for (int users : turn.bunches()) {
            if (users > 0) {
                steps.add(atOnceUsers(users));
            }
            steps.add(nothingFor(Turn.BUNCH));
        }
        return scenario(turn.title())
                .exec(new Visit(turn, running).steps())
                .injectOpen(steps.toArray(OpenInjectionStep[]::new));
    }

    private HttpProtocolBuilder protocol() {
        Map<String, List<String>> addresses = running.calls().addresses();
        HttpProtocolBuilder protocol = http.disableWarmUp()
                .shareConnections()
                .disableFollowRedirect()
                .disableCaching()
                .userAgentHeader("gatehouse-load");
        return addresses.isEmpty() ? protocol : protocol.hostNameAliases(addresses);
    }
}
