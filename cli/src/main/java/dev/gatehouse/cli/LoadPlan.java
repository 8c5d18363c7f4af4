package dev.gatehouse.cli;

import dev.gatehouse.lab.InferenceMethod;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Traffic;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a call of {@code gatehouse load} plans to do: decided before anything runs. */
final class LoadPlan {
    /** How many times the rate of a load test every plan holds. */
    private static final double FAR_ABOVE = 100;

    private LoadPlan() {}

    /**
     * The plan.
     *
     * @param designs those of the lab, in order; none if live endpoints are measured
     * @throws Refusal if a word of the call can't be understood
     */
    static Plan of(LoadOptions options, Platform platform, List<String> designs) {
        Map<String, URI> targets = targets(options);
        List<Contestant> contestants = targets.isEmpty() ? Contestant.ofDesigns(designs) : live(targets);
        PlanBuilder plan = Plan.of(platform.spec().name(), platform.origin().specSha256())
                .contestants(contestants)
                .rate(options.rate())
                .duration(options.duration())
                .warmUp(options.warmUp())
                .limit(options.limit())
                .delta(options.delta())
                .rounds(options.rounds())
                .seed(options.seed())
                .engine(targets.isEmpty() ? options.engine().word() : "live");
        delays(options).forEach(plan::inject);
        return plan.build(mix(platform, targets));
    }

    /**
     * How many consumers each client of the lab is to stand for: so many that no plan is ever reached, also while a
     * knee is searched, since a load generator that is refused as one consumer measures how a design refuses.
     */
    static int crowd(Platform platform, Rate rate) {
        return platform.spec().entries().stream()
                .flatMap(entry -> platform.spec().consumers().plans(entry).stream())
                .mapToInt(plan -> (int) Math.ceil(FAR_ABOVE
                        * rate.perSecond().doubleValue()
                        / plan.rate().perSecond().doubleValue()))
                .max()
                .orElse(1);
    }

    /** What is asked: of live endpoints at the one entry that they stand for. */
    private static Mix mix(Platform platform, Map<String, URI> targets) {
        List<String> models =
                asked(platform, !targets.isEmpty()).stream().map(Model::name).toList();
        Optional<String> entry = targets.values().stream().findFirst().map(url -> entry(platform, url));
        Predicate<Traffic> wanted = traffic -> models.contains(traffic.model())
                && entry.map(traffic.entry()::equals).orElse(true);
        Mix all = Mix.of(platform.spec());
        if (all.traffic().stream()
                .noneMatch(wanted.and(traffic -> traffic.weight().compareTo(Rate.ZERO) > 0))) {
            throw Refusal.of(
                    LoadRules.NOTHING_TO_ASK,
                    Call.place(LoadOptions.NAME),
                    platform.spec().name(),
                    "a live endpoint is asked for the models of entry " + entry.orElse("") + ", and of those there is"
                            + " none that can be asked",
                    "write the entry's models into the spec, those of gRPC with the method in their path");
        }
        return all.only(wanted);
    }

    /**
     * The models that are asked.
     *
     * @param live whether it is live endpoints that are: they have only the methods that they have
     */
    static List<Model> asked(Platform platform, boolean live) {
        return platform.spec().models().stream()
                .filter(model -> !live || InferenceMethod.isKnown(model))
                .toList();
    }

    /** The models whose answers may take longer than the plan waits for, each with how long; empty if none may. */
    static String beyond(Platform platform, Plan plan) {
        return platform.spec().models().stream()
                .filter(model -> model.atMost()
                        .filter(longest -> longest.compareTo(plan.limit()) > 0)
                        .isPresent())
                .map(model ->
                        model.name() + " (" + Durations.format(model.atMost().orElseThrow()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** What live endpoints are not asked for, and why. */
    static List<Finding> leftOut(Platform platform, Map<String, URI> targets) {
        return platform.spec().models().stream()
                .filter(model -> targets.values().stream()
                        .limit(1)
                        .anyMatch(url -> model.entries().contains(entry(platform, url))))
                .filter(model -> !InferenceMethod.isKnown(model))
                .map(model -> new Finding(
                        LoadRules.UNKNOWN_METHOD,
                        Severity.WARNING,
                        Call.place(LoadOptions.NAME),
                        model.name(),
                        "model " + model.name() + " is left out: its path " + model.path() + " names no method",
                        "a live endpoint has the methods of its own service, and the spec tells none of them",
                        "write the method too, such as " + model.path() + "Predict"))
                .toList();
    }

    /** The entry that a live endpoint stands for: the one of its host, else the first. */
    static String entry(Platform platform, URI url) {
        List<Entry> entries = platform.spec().entries();
        return entries.stream()
                .filter(entry -> entry.host().equalsIgnoreCase(url.getHost()))
                .findFirst()
                .orElse(entries.get(0))
                .name();
    }

    private static List<Contestant> live(Map<String, URI> targets) {
        List<Contestant> all = new ArrayList<>();
        targets.forEach((name, url) -> all.add(Contestant.live(name, url.toString())));
        all.add(all.get(0).twin());
        return all;
    }

    /** The live endpoints by their names, in the order of the call. */
    static Map<String, URI> targets(LoadOptions options) {
        Map<String, URI> targets = new LinkedHashMap<>();
        for (String written : options.targets()) {
            int equals = written.indexOf('=');
            String name = written.substring(0, Math.max(0, equals));
            boolean clear = name.matches("[a-z0-9]+(-[a-z0-9]+)*") && !targets.containsKey(name);
            URI url = url(written.substring(equals + 1));
            if (!clear || url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw LoadOptions.refused(
                        "--target",
                        "'" + written + "' is no live endpoint: write a name of its own and a URL, such as"
                                + " blue=https://blue.example.com");
            }
            targets.put(name, url);
        }
        return targets;
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    /** The injected delays by the hop's kind. */
    static Map<String, Duration> delays(LoadOptions options) {
        Map<String, Duration> delays = new TreeMap<>();
        for (String written : options.delays()) {
            int equals = written.indexOf('=');
            if (equals < 1) {
                throw LoadOptions.refused("--inject", "'" + written + "' is no delay at a hop, such as vpc-link=5ms");
            }
            try {
                delays.put(written.substring(0, equals), Durations.parse(written.substring(equals + 1)));
            } catch (IllegalArgumentException e) {
                throw LoadOptions.refused("--inject", String.valueOf(e.getMessage()));
            }
        }
        return delays;
    }

    /** Refuses a delay at a hop that is on no path. */
    static void check(Map<String, Duration> delays, List<String> hops) {
        for (String hop : delays.keySet()) {
            if (!hops.contains(hop)) {
                throw LoadOptions.refused(
                        "--inject", "no design that is measured has a hop '" + hop + "'" + Nearest.hint(hop, hops));
            }
        }
    }
}
