package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;

/** An l7Depth that does not fit the Listener. */
final class TrustedHops implements Rule {
    private static final About ABOUT =
            About.of("GH-486", Severity.WARNING, Source.CODE, "an l7Depth that does not fit the Listener", """
            l7Depth is the number of HTTP proxies in front that add to X-Forwarded-For. A balancer that sends
            the PROXY header is no HTTP proxy, so both together are rare: headers that clients made up would be
            believed. With INSECURE the forwarded protocol is not looked at, so requests that came over https
            are redirected too.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written listener : scene.of(Kind.LISTENER)) {
            BigDecimal depth = listener.number("l7Depth").orElse(BigDecimal.ZERO);
            boolean proxy = Stacks.of(listener).contains("PROXY");
            boolean insecure = listener.text("securityModel").equals("INSECURE");
            if (depth.signum() < 0 || (depth.signum() > 0 && (proxy || insecure))) {
                report.add(
                        listener,
                        listener.place("l7Depth"),
                        "l7Depth " + depth.toPlainString()
                                + (depth.signum() < 0 ? "" : proxy ? " beside PROXY" : " with securityModel INSECURE"),
                        depth.signum() < 0
                                ? "it is no number of proxies"
                                : proxy
                                        ? "a client's own X-Forwarded headers are believed, unless an HTTP proxy really stands behind the balancer"
                                        : "X-Forwarded-Proto is not looked at: requests that came to the proxy over https count as insecure",
                        depth.signum() < 0
                                ? "write 0 or more"
                                : proxy ? "write l7Depth: 0" : "write securityModel: XFP");
            }
        }
    }
}
