package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Certificates;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.net.Pace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an ingress is started with besides its routes.
 *
 * @param loops where the embedded one lives
 * @param certificates what stands in the Secrets that the manifests name
 * @param pace how fast the lab's clock runs, by which time limits go
 * @param draw decides shares; a real Envoy draws by itself
 * @param envoy the program; empty for what {@code GATEHOUSE_ENVOY}, the PATH or {@code .cache/tools} has
 */
public record IngressOptions(Loops loops, Certificates certificates, Pace pace, Draw draw, Optional<Path> envoy) {
    /** Chance decides shares; no certificates. */
    public static IngressOptions with(Loops loops) {
        return new IngressOptions(loops, Certificates.in("none"), Pace.REAL, Draw.random(), Optional.empty());
    }

    /** The same with certificates. */
    public IngressOptions with(Certificates others) {
        return new IngressOptions(loops, others, pace, draw, envoy);
    }

    /** The same by another clock. */
    public IngressOptions with(Pace other) {
        return new IngressOptions(loops, certificates, other, draw, envoy);
    }

    /** The same with another draw. */
    public IngressOptions with(Draw other) {
        return new IngressOptions(loops, certificates, pace, other, envoy);
    }

    /** The same with that Envoy. */
    public IngressOptions withEnvoy(Path program) {
        return new IngressOptions(loops, certificates, pace, draw, Optional.of(program));
    }
}
