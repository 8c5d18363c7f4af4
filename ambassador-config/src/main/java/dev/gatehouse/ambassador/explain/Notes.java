package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What else is worth knowing about a request. */
final class Notes {
    private Notes() {}

    static List<String> of(
            RouteTable table, Request sent, Optional<VirtualHost> host, List<Outcome> outcomes, Answers answers) {
        Set<String> notes = new LinkedHashSet<>();
        for (Route route : host.map(VirtualHost::routes).orElse(List.of())) {
            answers.invalid(route)
                    .forEach(
                            expression -> notes.add(
                                    "'" + expression + "' of " + route.origin().subject()
                                            + " is no RE2 expression: Envoy refuses the whole configuration and keeps the old one"));
        }
        for (Outcome outcome : outcomes) {
            for (Route route : outcome.by()) {
                if (route.action() instanceof Action.ToHttps && sent.secure()) {
                    notes.add("the client speaks https already, so it is redirected for ever");
                }
                answers.asked(route.action())
                        .ifPresent(service -> notes.add(service.origin().subject() + " is asked first"));
            }
        }
        if (sent.header("upgrade").isPresent() && sent.header("connection").isEmpty()) {
            notes.add("without a header Connection: upgrade Envoy takes no notice of Upgrade");
        }
        if (table.candidates().isEmpty()) {
            notes.add("there is no Mapping at all");
        }
        return new ArrayList<>(notes);
    }
}
