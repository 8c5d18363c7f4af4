package dev.gatehouse.ambassador.job;

import dev.gatehouse.ambassador.write.Commented;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;

/** The plan, the spec and the calls, as every part reads them. */
final class Inputs {
    private Inputs() {}

    static List<Commented> of(LoadJob job) {
        return List.of(Commented.of(new ConfigMapBuilder()
                .withMetadata(Access.metadata(job))
                .withImmutable(true)
                .withData(job.inputs())
                .build()));
    }
}
