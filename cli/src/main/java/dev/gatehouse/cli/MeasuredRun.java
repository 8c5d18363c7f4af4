package dev.gatehouse.cli;

import dev.gatehouse.measurements.bounds.Bounds;
import dev.gatehouse.measurements.files.KneesJson;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.unit.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A load test from plan to verdicts; resumes what the folder holds already. */
final class MeasuredRun implements Verb {
    private final Call call;
    private final LoadOptions options;

    MeasuredRun(Call call, LoadOptions options) {
        this.call = call;
        this.options = options;
    }

    @Override
    public Status run() throws IOException {
        options.wantsJson();
        if (options.path().equals("-")) {
            throw LoadOptions.refused("SPEC", "the spec is read by three processes, so it can't be standard input");
        }
        Optional<Bounds> bounds = LoadAnswer.bounds(call, options);
        List<Design> designs = DesignIds.chosen(
                LoadOptions.NAME, options.designs(), call.around().today());
        Platform platform = Platform.open(call, options.path());
        LoadPlan.check(LoadPlan.delays(options), hops(platform, designs));
        call.complain(LoadPlan.leftOut(platform, LoadPlan.targets(options)));
        Plan plan =
                LoadPlan.of(options, platform, designs.stream().map(Design::id).toList());
        List<Finding> unknown = bounds.map(all -> all.unknown(plan)).orElse(List.of());
        if (!unknown.isEmpty()) {
            throw new Refusal(Status.NOT_UNDERSTOOD, unknown);
        }
        RunFolder folder = RunFolder.open(
                options.out(call), plan, Machine.here("gatehouse " + BuildVersion.number(), BuildVersion.commit()));
        if (!folder.missing().isEmpty()) {
            announce(platform, plan, folder.missing().size());
            measure(platform, designs, folder);
        }
        Measurement measurement = folder.measurement();
        return LoadAnswer.give(call, options, measurement, bounds);
    }

    private List<String> hops(Platform platform, List<Design> designs) {
        return designs.stream()
                .flatMap(design -> platform
                        .located(() -> design.realize(
                                platform.spec(),
                                platform.facts().asOf(call.around().today())))
                        .hops()
                        .stream())
                .map(Hop::kind)
                .map(kind -> kind.id())
                .distinct()
                .sorted()
                .toList();
    }

    private void announce(Platform platform, Plan plan, int missing) {
        if (plan.rounds() != options.rounds()) {
            call.tell(plan.rounds() + " rounds instead of " + options.rounds() + ": whole squares of orders of "
                    + plan.contestants().size() + " contestants");
        }
        if (missing < plan.rounds()) {
            call.tell("resuming: " + (plan.rounds() - missing) + " of " + plan.rounds() + " rounds are there");
        }
        int turns = plan.contestants().size();
        call.tell(missing + " rounds of " + turns + " contestants after one of practice, at least "
                + Durations.format(plan.warmUp()
                        .plus(plan.duration())
                        .multipliedBy((long) missing * turns)
                        .plus(plan.duration().multipliedBy(turns)))
                + "; slow answers lengthen it");
        String beyond = LoadPlan.beyond(platform, plan);
        if (!beyond.isEmpty()) {
            call.tell("an answer that takes longer than " + Durations.format(plan.limit())
                    + " counts as timed out, and the spec lets some: " + beyond + "; --limit sets it");
        }
    }

    private void measure(Platform platform, List<Design> designs, RunFolder folder) throws IOException {
        GeneratorProcess generator = GeneratorProcess.find(call);
        int missing = folder.missing().size();
        try (Contestants contestants = Contestants.start(call, options, platform, designs)) {
            knees(generator, contestants, folder.plan());
            measure(generator, contestants, missing);
        }
    }

    /** Searches the knees if that is wanted and not done; refuses a rate that is too near to them. */
    private void knees(GeneratorProcess generator, Contestants contestants, Plan plan) throws IOException {
        Path out = options.out(call);
        if (!options.knee()) {
            call.tell("the knee was not searched: --knee sees that " + plan.rate()
                    + " is at most 60 % of what the slowest contestant carries");
            return;
        }
        if (KneesJson.read(out).isEmpty()) {
            generator.knees(out, options.path(), contestants.folder());
        }
        Knees.check(plan, KneesJson.read(out).orElseGet(TreeMap::new));
    }

    private void measure(GeneratorProcess generator, Contestants contestants, int missing) throws IOException {
        try (Progress progress = Progress.of(call, LoadOptions.NAME, missing)) {
            generator.measure(options.out(call), options.path(), contestants.folder(), progress);
        }
    }
}
