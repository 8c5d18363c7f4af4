package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Certificates;
import dev.gatehouse.lab.net.Loops;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an ingress is started with besides its routes.
 *
 * @param loops where the embedded one lives
 * @param certificates what stands in the Secrets that the manifests name
 * @param draw decides shares; a real Envoy draws by itself
 * @param envoy the program; empty for what {@code GATEHOUSE_ENVOY}, the PATH or {@code .cache/tools} has
 */
public record IngressOptions(Loops loops, Certificates certificates, Draw draw, Optional<Path> envoy) {
    /** Chance decides shares; no certificates. */
    public static IngressOptions with(Loops loops) {
        return new IngressOptions(loops, Certificates.in("none"), Draw.random(), Optional.empty());
    }

    /** The same with certificates. */
    public IngressOptions with(Certificates others) {
        return new IngressOptions(loops, others, draw, envoy);
    }

    /** The same with another draw. */
    public IngressOptions with(Draw other) {
        return new IngressOptions(loops, certificates, other, envoy);
    }

    /** The same with that Envoy. */
    public IngressOptions withEnvoy(Path program) {
        return new IngressOptions(loops, certificates, draw, Optional.of(program));
    }
}
