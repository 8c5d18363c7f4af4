package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** TLS before PROXY: every handshake fails. */
final class TlsBeforeProxy implements Rule {
    private static final About ABOUT =
            About.of("GH-480", Severity.ERROR, Source.RUN, "TLS before PROXY: every handshake fails", """
            A balancer sends the PROXY header first, then the client's TLS. HTTPSPROXY stands for TLS, PROXY,
            HTTP, TCP, so Envoy looks for TLS where the PROXY header is. Write the stack out: protocolStack:
            [PROXY, TLS, HTTP, TCP].""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written listener : scene.of(Kind.LISTENER)) {
            List<String> stack = Stacks.of(listener);
            if (stack.contains("TLS") && stack.indexOf("PROXY") > stack.indexOf("TLS")) {
                report.add(
                        listener,
                        listener.place(listener.has("protocolStack") ? "protocolStack" : "protocol"),
                        (listener.has("protocolStack") ? "protocolStack " + stack : "protocol HTTPSPROXY")
                                + " expects TLS before the PROXY header",
                        "every TLS handshake through a balancer with PROXY protocol fails",
                        "write protocolStack: [PROXY, TLS, HTTP, TCP]");
            }
        }
    }
}
