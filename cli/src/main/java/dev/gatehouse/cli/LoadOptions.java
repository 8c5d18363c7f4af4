package dev.gatehouse.cli;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.measurements.plan.Delta;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** What {@code gatehouse load} was asked for: the words as they stand in the call, and what they mean. */
final class LoadOptions {
    static final String NAME = "load";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "SPEC", arity = "0..1", description = "the platform spec")
    private String path = "";

    @Option(
            names = "--design",
            paramLabel = "ID",
            parameterConsumer = DesignIds.Taken.class,
            completionCandidates = DesignIds.class,
            description = "measure only these designs (default: all five)")
    private List<String> designs = List.of();

    @Option(
            names = "--target",
            paramLabel = "NAME=URL",
            description = "measure a live endpoint instead of the lab; may be repeated")
    private List<String> targets = List.of();

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "requests offered to each contestant, a second if nothing else is said (default: 200/s)")
    private String rate = "200/s";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "how long each contestant is measured in a round (default: 10s)")
    private String duration = "10s";

    @Option(names = "--warm-up", paramLabel = "TIME", description = "what is sent before and thrown away (default: 2s)")
    private String warmUp = "2s";

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            description = "how long an answer may take; what takes longer counts as timed out (default: 30s)")
    private String limit = "30s";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "rounds, filled up to whole squares of orders (default: 14)")
    private int rounds = 14;

    @Option(
            names = "--delta",
            paramLabel = "SIZE",
            description = "the smallest difference that matters: a time or a share (default: 0.5ms)")
    private String delta = "0.5ms";

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "what plays the ingress: embedded (default), or envoy, a real one from the PATH or"
                    + " GATEHOUSE_ENVOY")
    private String engine = "embedded";

    @Option(
            names = "--inject",
            paramLabel = "HOP=DELAY",
            description = "hold back what a hop sends on, such as vpc-link=5ms: shows timeouts and limits, and then"
                    + " nothing is ranked; may be repeated")
    private List<String> delays = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "of arrivals, mix, orders and resampling (default: 1)")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where results go (default: gatehouse-load); the same call again resumes a run there")
    private String out = "gatehouse-load";

    @Option(
            names = "--knee",
            description = "before the first round, search the rate at which each contestant gives way (minutes), and"
                    + " refuse a rate above 60 %% of the lowest")
    private boolean knee;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description = "exit with 1 if the result does not keep these bounds")
    private String check = "";

    @Option(
            names = "--drill",
            paramLabel = "NAME",
            description = "measure nothing: break something under load, and say what each design loses: kill-zone,"
                    + " kill-ingress-pod, slow-model, reset-upstream or reload-routes")
    private String drill = "";

    @Option(
            names = "--merge",
            paramLabel = "DIR",
            arity = "1..*",
            description = "measure nothing: put the folders of the parts of one run together, into --out")
    private List<String> merged = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default) or json")
    private String form = "text";

    /** The long names of the options that stand in the call, and {@code SPEC} if there is one. */
    Set<String> given() {
        if (command == null) {
            throw new IllegalStateException("load options want the command that they belong to, and have none");
        }
        Set<String> given = new TreeSet<>();
        ParseResult parsed = command.commandLine().getParseResult();
        parsed.matchedOptions().forEach(option -> given.add(option.longestName()));
        if (!designs.isEmpty()) {
            // picocli counts no option as matched that consumes its own parameters
            given.add("--design");
        }
        if (parsed.hasMatchedPositional(0)) {
            given.add("SPEC");
        }
        return given;
    }

    /** The spec's path. */
    String path() {
        if (path.isEmpty()) {
            throw refused("SPEC", "SPEC is missing");
        }
        return path;
    }

    List<String> designs() {
        return designs;
    }

    List<String> targets() {
        return targets;
    }

    List<String> delays() {
        return delays;
    }

    List<String> merged() {
        return merged;
    }

    boolean knee() {
        return knee;
    }

    /** The word of a drill; empty if none is wanted. */
    String drill() {
        return drill;
    }

    String check() {
        return check;
    }

    long seed() {
        return seed;
    }

    Path out(Call call) {
        return call.around().folder().resolve(out);
    }

    /** At least one. */
    int rounds() {
        if (rounds < 1) {
            throw refused("--rounds", "a run has a round at least, not " + rounds);
        }
        return rounds;
    }

    Rate rate() {
        Rate parsed = parsed("--rate", rate.matches("[0-9.]+") ? rate + "/s" : rate, Rate::parse);
        if (parsed.compareTo(Rate.ZERO) <= 0) {
            throw refused("--rate", "nothing arrives at " + rate);
        }
        return parsed;
    }

    Duration duration() {
        Duration parsed = parsed("--duration", duration, Durations::parse);
        if (parsed.isZero()) {
            throw refused("--duration", "nothing arrives in " + duration);
        }
        return parsed;
    }

    Duration warmUp() {
        return parsed("--warm-up", warmUp, Durations::parse);
    }

    Duration limit() {
        Duration parsed = parsed("--limit", limit, Durations::parse);
        if (parsed.isZero()) {
            throw refused("--limit", "nothing is answered in " + limit);
        }
        return parsed;
    }

    Delta delta() {
        return parsed("--delta", delta, Delta::parse);
    }

    Engine engine() {
        Choice.of(
                NAME,
                "engine",
                engine,
                Arrays.stream(Engine.values()).map(Engine::word).toList());
        return engine.equals(Engine.ENVOY.word()) ? Engine.ENVOY : Engine.EMBEDDED;
    }

    boolean wantsJson() {
        return Choice.of(NAME, "form", form, List.of("text", "json")).equals("json");
    }

    /** A call of this command that can't be understood. */
    static Refusal refused(String option, String what) {
        return Refusal.of(
                CallRules.ARGUMENTS, Call.place(NAME), option, what, "gatehouse load --help shows how to call it");
    }

    private static <T> T parsed(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(option, String.valueOf(e.getMessage()));
        }
    }
}
