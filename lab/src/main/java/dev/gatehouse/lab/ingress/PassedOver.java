package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the manifests say and the embedded ingress does not do: nobody should measure it and not know. */
final class PassedOver {
    private static final List<String> MODULE = List.of(
            "lua_scripts",
            "buffer",
            "ip_allow",
            "ip_deny",
            "enable_grpc_http11_bridge",
            "enable_grpc_web",
            "proper_case",
            "headers_with_underscores_action");
    private static final String FIX = "run the engine envoy, which does it";

    private PassedOver() {}

    static List<Finding> of(RouteTable table) {
        List<Finding> findings = new ArrayList<>();
        Settings module = new Settings(table.globals().module());
        for (String key : MODULE) {
            if (module.has(key)) {
                findings.add(finding(Place.ofFile("Module ambassador"), "Module ambassador", key));
            }
        }
        for (OutsideService service : table.globals().services()) {
            boolean http = service.kind().equals("AuthService")
                    && !new Settings(service.settings()).text("proto").equals("grpc")
                    && !service.broken();
            if (http) {
                findings.add(finding(service.origin(), "proto: http"));
            }
        }
        for (Listener listener : table.listeners()) {
            for (FilterChain chain : listener.chains()) {
                if (chain instanceof FilterChain.Tcp tcp) {
                    findings.add(finding(tcp.origin(), "bytes passed on unread"));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Finding finding(Origin origin, String what) {
        return finding(origin.place(), origin.subject(), what);
    }

    private static Finding finding(Place place, String subject, String what) {
        return new Finding(
                IngressRules.PASSED_OVER,
                Severity.WARNING,
                place,
                subject,
                "the embedded ingress passes over " + what,
                "what is tried or measured with it is not what Emissary would do",
                FIX);
    }
}
