package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A TLSContext that Emissary refuses. */
final class TlsContextRefused implements Rule {
    private static final About ABOUT =
            About.of("GH-495", Severity.ERROR, Source.CODE, "a TLSContext that Emissary refuses", """
            A context that ends TLS needs a certificate: a secret, or cert_chain_file with private_key_file, and
            not both. One that only verifies others needs one of its own too. A refused context is gone, and
            with it every Host that names it.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.TLS_CONTEXT)) {
            scene.resource(problem.culprit())
                    .ifPresent(context -> report.add(
                            context,
                            context.place(),
                            problem.what(),
                            "the context is gone, and with it every Host that names it",
                            "give it one certificate: secret, or cert_chain_file and private_key_file"));
        }
    }
}
