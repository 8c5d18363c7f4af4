package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Finding;
import java.util.List;

/** Checks a draft of a spec, however it was made: the reader and the builder give the same findings. */
final class SpecCheck {
    private SpecCheck() {}

    /** Everything that is wrong or surprising, each with its subject and no place. */
    static List<Finding> findings(PlatformSpec spec) {
        Complaints complaints = new Complaints();
        PlatformCheck.check(spec, complaints);
        NetworkCheck.check(spec, complaints);
        spec.entries().forEach(entry -> EntryCheck.check(spec, entry, complaints));
        EntriesCheck.check(spec, complaints);
        ConsumersCheck.check(spec, complaints);
        for (Model model : spec.models()) {
            ModelCheck.check(spec, model, complaints);
            DurationsCheck.check(model, complaints);
            RolloutCheck.check(model, complaints);
        }
        PathsCheck.check(spec, complaints);
        RequireCheck.check(spec, complaints);
        RemarksCheck.check(spec, complaints);
        return complaints.findings();
    }
}
