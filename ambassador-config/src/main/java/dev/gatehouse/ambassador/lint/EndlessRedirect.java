package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.SecurityModel;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** Redirects to https that no port can end. */
final class EndlessRedirect implements Rule {
    private static final About ABOUT =
            About.of("GH-485", Severity.WARNING, Source.RUN, "redirects to https that no port can end", """
            With XFP and l7Depth 0 X-Forwarded-Proto is overwritten by what the connection is: on a port in the
            clear every request is insecure, and is redirected to https. If TLS ends at a balancer in front that
            adds no header, or that is not counted in l7Depth, the next request comes in the clear again,
            without end. Behind an ALB write l7Depth: 1; behind a TLS listener of an NLB use a port with SECURE
            for 443 and one with INSECURE for 80.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        boolean secure = scene.of(Kind.LISTENER).stream()
                .anyMatch(listener -> Stacks.of(listener).contains("TLS")
                        || listener.text("securityModel").equals("SECURE"));
        for (Listener listener : secure ? List.<Listener>of() : scene.table().listeners()) {
            boolean redirects = listener.virtualHosts().stream()
                    .flatMap(host -> host.routes().stream())
                    .anyMatch(route -> route.action() instanceof Action.ToHttps);
            boolean blind = listener.security() == SecurityModel.XFP && listener.trustedHops() == 0;
            scene.resource(listener.origin())
                    .filter(written -> blind && redirects)
                    .ifPresent(
                            written -> report.add(
                                    written,
                                    written.place("securityModel"),
                                    "every request on port " + listener.port()
                                            + " is redirected to https, and no Listener takes TLS",
                                    "if TLS ends at a balancer in front, clients are redirected without end",
                                    "behind an L7 proxy set l7Depth; behind an NLB that ends TLS write securityModel: SECURE; else add a Listener for HTTPS"));
        }
    }
}
