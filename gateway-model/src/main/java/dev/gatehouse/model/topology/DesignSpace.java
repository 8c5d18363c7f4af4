package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.HopKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every legal path from the internet to the models: those that the links of the fact sheets allow on a day, without
 * those that a {@link PathRule} refuses. A component stands on a path at most once, and an NLB twice: in front of an
 * ALB and behind it.
 *
 * <pre>{@code
 * DesignSpace space = DesignSpace.of(Facts.bundled());
 * space.design("nlb-alb-ambassador");    // an NLB with fixed addresses, an ALB with a web ACL, Ambassador
 * }</pre>
 *
 * @param designs the legal paths: the five of the study that are legal, in its order, then the others by length and id
 * @param refused what the links allow and a rule refuses
 */
public record DesignSpace(List<Design> designs, List<Refused> refused) {
    /** The study's five come first and in its order, then short paths before long ones. */
    private static final Comparator<Design> ORDER = Comparator.comparingInt(
                    (Design design) -> Designs.ids().contains(design.id())
                            ? Designs.ids().indexOf(design.id())
                            : Designs.ids().size())
            .thenComparingInt(design -> design.path().size())
            .thenComparing(Design::id);

    /**
     * A path that the links allow and nobody would build.
     *
     * @param path kinds, edge first
     * @param rule why
     */
    public record Refused(List<HopKind> path, PathRule rule) {
        /** Copies {@code path}. */
        public Refused {
            path = List.copyOf(path);
        }
    }

    /** Copies the lists. */
    public DesignSpace {
        designs = List.copyOf(designs);
        refused = List.copyOf(refused);
    }

    /** The space on the day from which the facts are seen, links of one's own included. */
    public static DesignSpace of(Facts facts) {
        Map<HopKind, List<HopKind>> behind = new LinkedHashMap<>();
        Link.all(facts).stream()
                .filter(link -> Components.KINDS.contains(link.to()))
                .forEach(link -> behind.computeIfAbsent(link.from(), key -> new ArrayList<>())
                        .add(link.to()));
        List<Design> legal = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Stream<List<HopKind>> paths = chains(behind, Link.INTERNET, List.of()).flatMap(chain -> guarded(behind, chain));
        paths.forEach(path -> PathRule.against(path)
                .ifPresentOrElse(rule -> refused.add(new Refused(path, rule)), () -> legal.add(design(path))));
        return new DesignSpace(legal.stream().sorted(ORDER).toList(), refused);
    }

    /** The legal path of that id, if there is one. */
    public Optional<Design> design(String id) {
        return designs.stream().filter(design -> design.id().equals(id)).findFirst();
    }

    /** The ids of the legal paths, in their order. */
    public List<String> ids() {
        return designs.stream().map(Design::id).toList();
    }

    /**
     * A legal path near another.
     *
     * @param steps how many changes it takes to get there, as {@link PathDifference#steps} counts them
     */
    public record Near(Design design, int steps) {}

    /**
     * The other legal paths, those that take the fewest steps first, of equals in the order of the space: all with a
     * hosted zone if the design has one, and else without, since how a path is reached by name is a question of its
     * own.
     */
    public List<Near> near(Design design) {
        return designs.stream()
                .filter(other -> other.has(HopKind.HOSTED_ZONE) == design.has(HopKind.HOSTED_ZONE)
                        && !other.path().equals(design.path()))
                .map(other -> new Near(other, PathDifference.steps(design.path(), other.path())))
                .sorted(Comparator.comparingInt(Near::steps))
                .toList();
    }

    /** A path with its id and title: the study's own where it is one of the five. */
    private static Design design(List<HopKind> path) {
        return Designs.all().stream()
                .filter(design -> design.path().equals(path))
                .findFirst()
                .orElseGet(() -> new Design(PathNames.id(path), PathNames.title(path), path));
    }

    /** Every way on from {@code last} to the models, without web ACLs. */
    private static Stream<List<HopKind>> chains(Map<HopKind, List<HopKind>> behind, HopKind last, List<HopKind> soFar) {
        if (last.equals(HopKind.MODEL_SERVICE)) {
            return Stream.of(soFar);
        }
        return behind.getOrDefault(last, List.of()).stream()
                .distinct()
                .filter(next -> mayFollow(soFar, next))
                .flatMap(next -> chains(
                        behind,
                        next,
                        Stream.concat(soFar.stream(), Stream.of(next)).toList()));
    }

    private static boolean mayFollow(List<HopKind> soFar, HopKind next) {
        boolean behindAlb = soFar.contains(HopKind.APPLICATION_LOAD_BALANCER);
        boolean secondBalancer = next.equals(HopKind.NETWORK_LOAD_BALANCER)
                && behindAlb
                && soFar.indexOf(next) == soFar.lastIndexOf(next);
        return !soFar.contains(next) || secondBalancer;
    }

    /** A chain as it is, and with a web ACL in front of each hop that takes one. */
    private static Stream<List<HopKind>> guarded(Map<HopKind, List<HopKind>> behind, List<HopKind> chain) {
        List<HopKind> takers = behind.getOrDefault(HopKind.WEB_ACL, List.of());
        Stream<List<HopKind>> with = Stream.iterate(0, at -> at < chain.size(), at -> at + 1)
                .filter(at -> takers.contains(chain.get(at)))
                .map(at -> {
                    List<HopKind> path = new ArrayList<>(chain);
                    path.add(at, HopKind.WEB_ACL);
                    return List.copyOf(path);
                });
        return Stream.concat(Stream.of(chain), with);
    }
}
