package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one request, and why.
 *
 * @param request the request as routes see it
 * @param listener the listener that it reaches; none where no port is open
 * @param virtualHost the virtual host that takes its host; none where none does
 * @param outcomes what becomes of it, by draw; together they cover 0 to 100
 * @param bystanders the Mappings that look related and do not take it, in the order of their names
 * @param notes what was assumed, and what else is worth knowing
 */
public record Explanation(
        Request request,
        List<Listener> listener,
        List<VirtualHost> virtualHost,
        List<Outcome> outcomes,
        List<Bystander> bystanders,
        List<String> notes) {
    /** Copies the lists. */
    public Explanation {
        listener = List.copyOf(listener);
        virtualHost = List.copyOf(virtualHost);
        outcomes = List.copyOf(outcomes);
        bystanders = List.copyOf(bystanders);
        notes = List.copyOf(notes);
    }

    /**
     * Explains a request.
     *
     * @throws IllegalArgumentException if the request names a listener that is not open; the message suggests one
     */
    public static Explanation of(RouteTable table, Request request) {
        Entrance entrance = Entrance.of(table, request);
        if (entrance.listener().isEmpty()) {
            return closed(request, List.of(), "no port is open: no Listener has a Host behind it");
        }
        Listener listener = entrance.listener().get();
        if (entrance.chain().isEmpty()) {
            return closed(
                    request,
                    List.of(listener),
                    request.secure()
                            ? "listener " + listener.name() + " has no certificate for server name " + request.host()
                            : "listener " + listener.name() + " takes no cleartext");
        }
        if (entrance.chain().get() instanceof FilterChain.Tcp tcp) {
            List<String> upstreams = tcp.targets().stream()
                    .map(target -> table.upstream(target.upstream())
                            .map(found -> found.target().text())
                            .orElse(target.upstream()))
                    .toList();
            Answer answer = new Answer.PassedOn(upstreams, tcp.origin());
            return new Explanation(request, List.of(listener), List.of(), List.of(whole(answer)), List.of(), List.of());
        }
        return routed(table, request, entrance, listener, (FilterChain.Http)
                entrance.chain().get());
    }

    /** Whether some draw of the request reaches an upstream or is sent elsewhere. */
    public boolean hasRoute() {
        return outcomes.stream()
                .anyMatch(outcome -> !outcome.by().isEmpty() || outcome.answer() instanceof Answer.PassedOn);
    }

    private static Explanation closed(Request request, List<Listener> listener, String why) {
        Answer answer = new Answer.Closed(why);
        return new Explanation(request, listener, List.of(), List.of(whole(answer)), List.of(), List.of());
    }

    private static Outcome whole(Answer answer) {
        return new Outcome(0, 100, answer, List.of());
    }

    private static Explanation routed(
            RouteTable table, Request sent, Entrance entrance, Listener listener, FilterChain.Http chain) {
        Arrival arrival = Arrival.of(table, sent, entrance, listener);
        Request request = arrival.request();
        if (!arrival.refusal().isEmpty()) {
            Answer answer = new Answer.Refused(400, arrival.refusal());
            return new Explanation(
                    request, List.of(listener), List.of(), List.of(whole(answer)), List.of(), arrival.notes());
        }
        Expressions expressions = new Expressions();
        Conditions conditions = new Conditions(request, expressions);
        Answers answers = new Answers(table, request, expressions);
        Optional<VirtualHost> host = DomainChoice.of(chain.virtualHosts(), request.authority());
        List<Outcome> outcomes = outcomes(host, conditions, answers, request);
        List<String> notes = new ArrayList<>(arrival.notes());
        notes.addAll(Notes.of(table, sent, host, outcomes, answers));
        return new Explanation(
                request,
                List.of(listener),
                host.stream().toList(),
                outcomes,
                Bystanders.of(table, host, outcomes, conditions),
                notes);
    }

    private static List<Outcome> outcomes(
            Optional<VirtualHost> host, Conditions conditions, Answers answers, Request request) {
        List<Outcome> outcomes = new ArrayList<>();
        int covered = 0;
        for (Route route : host.map(VirtualHost::routes).orElse(List.of())) {
            int below = Math.min(100, route.match().percentBelow());
            if (below > covered && conditions.met(route.match())) {
                outcomes.add(new Outcome(covered, below, answers.of(route), List.of(route)));
                covered = below;
            }
        }
        if (covered < 100) {
            String why = host.isEmpty()
                    ? "no Host takes host " + request.authority()
                    : covered == 0 ? "no route matches" : "the shares of the group end at " + covered + " %";
            outcomes.add(new Outcome(covered, 100, answers.ofNone(why), List.of()));
        }
        return outcomes;
    }
}
