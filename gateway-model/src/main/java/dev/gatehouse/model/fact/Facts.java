package dev.gatehouse.model.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known, seen from one day. Immutable; always a parameter, never a global. Safe for use by several threads.
 *
 * <pre>{@code
 * Facts then = Facts.bundled().asOf(LocalDate.of(2020, 11, 19));
 * then.limit("rest-api", "request-timeout");        // 29 s, not adjustable
 * then.later("rest-api", "request-timeout");        // adjustable since 2024-06-04, and by which launch
 * }</pre>
 *
 * <p>A fact is seen if it holds on the day by its own dates and its component was launched by then. Where a region is
 * given, a fact of that region goes before one without; a fact of another region is never seen. Own facts go before
 * ours of the same name, region and tier, as long as they hold.
 */
public final class Facts {
    /** A fact and how many times somebody's own facts were put over others before it came: 0 is ours. */
    private record Ranked(Fact fact, int rank) {}

    private static final Comparator<Ranked> OWN_FIRST =
            Comparator.comparingInt(Ranked::rank).reversed().thenComparing(Ranked::fact, Fact.ORDER);

    private final SortedMap<String, Component> components;
    private final SortedMap<FactId, List<Ranked>> facts;
    private final int rank;
    private final LocalDate day;

    /** By kind and name. */
    private final Memory<List<Fact>> found = new Memory<>((kind, id) ->
            candidates(kind, id).filter(this::isSeen).map(Ranked::fact).toList());

    private final Memory<List<Fact>> histories = new Memory<>((kind, id) -> candidates(kind, id)
            .map(Ranked::fact)
            .sorted(Comparator.comparing(this::first).thenComparing(Fact.ORDER))
            .toList());

    private final Map<PriceKey, List<Fact>> foundPrices = new ConcurrentHashMap<>();

    private record PriceKey(String kind, String id, String region) {}

    /** By kind and Region. */
    private final Memory<Set<String>> missing = new Memory<>(this::missingOf);

    private Facts(
            SortedMap<String, Component> components, SortedMap<FactId, List<Ranked>> facts, int rank, LocalDate day) {
        this.components = Collections.unmodifiableSortedMap(components);
        this.facts = Collections.unmodifiableSortedMap(facts);
        this.rank = rank;
        this.day = day;
    }

    /** The sheets that come with Gatehouse, seen from the latest day on which a page of theirs was checked. */
    public static Facts bundled() {
        return BundledSheets.facts();
    }

    /** Only these sheets, seen from {@code day}. */
    static Facts of(Collection<Sheet> sheets, LocalDate day) {
        return new Facts(new TreeMap<>(), new TreeMap<>(), -1, day).plus(sheets);
    }

    /** The same facts, seen from another day. */
    public Facts asOf(LocalDate other) {
        return other.equals(day) ? this : new Facts(components, facts, rank, other);
    }

    /**
     * These facts with one's own over them, all sheets together as one layer.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException if an own fact stands over another without a reason,
     *     with a number of another dimension, or if two own facts of one name hold on one day, or a link leads to an
     *     unknown kind
     */
    public Facts with(Collection<Sheet> own) {
        OwnFacts.check(this, own);
        return plus(own);
    }

    /**
     * These facts but for some, as if nobody had written them down: shows what rests on them. Seen from the same day.
     */
    public Facts without(Collection<Fact> some) {
        SortedMap<FactId, List<Ranked>> others = new TreeMap<>(facts);
        for (Fact fact : some) {
            others.computeIfPresent(
                    fact.id(),
                    (id, ranked) -> ranked.stream()
                            .filter(one -> !one.fact().equals(fact))
                            .toList());
        }
        return new Facts(components, others, rank, day);
    }

    private Facts plus(Collection<Sheet> sheets) {
        SortedMap<String, Component> allComponents = new TreeMap<>(components);
        SortedMap<FactId, List<Ranked>> allFacts = new TreeMap<>();
        facts.forEach((id, ranked) -> allFacts.put(id, new ArrayList<>(ranked)));
        for (Sheet sheet : sheets) {
            sheet.component().ifPresent(component -> allComponents.putIfAbsent(component.kind(), component));
            for (Fact fact : sheet.facts()) {
                allFacts.computeIfAbsent(fact.id(), id -> new ArrayList<>()).add(new Ranked(fact, rank + 1));
            }
        }
        allFacts.replaceAll((id, ranked) -> ranked.stream().sorted(OWN_FIRST).toList());
        return new Facts(allComponents, allFacts, rank + 1, day);
    }

    /** The day from which the facts are seen. */
    public LocalDate day() {
        return day;
    }

    /** The kinds of component that have a sheet, launched by now or not. */
    public NavigableSet<String> kinds() {
        return new TreeSet<>(components.keySet());
    }

    /** What is known of a component as a whole, launched by now or not. */
    public Optional<Component> component(String kind) {
        return Optional.ofNullable(components.get(kind));
    }

    /** A component with the facts that are seen of it. */
    public Optional<Sheet> sheet(String kind) {
        return component(kind)
                .map(component -> new Sheet(
                        kind,
                        component,
                        all().stream()
                                .filter(fact -> fact.id().kind().equals(kind))
                                .toList()));
    }

    /** The fact of that name that holds in every region. */
    public Optional<Fact> find(String kind, String id) {
        for (Fact fact : found(kind, id)) {
            if (fact.region().isEmpty()) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /** The fact of that name that holds in {@code region}: its own, or else the one for every region. */
    public Optional<Fact> find(String kind, String id, String region) {
        for (Fact fact : found(kind, id)) {
            if (fact.region().filter(region::equals).isPresent()) {
                return Optional.of(fact);
            }
        }
        return find(kind, id);
    }

    /** The facts of that name that are seen, the own first. */
    private List<Fact> found(String kind, String id) {
        return found.of(kind, id);
    }

    /**
     * The names that answers need of a component and that no sheet has: none that holds in {@code region} on the day,
     * nor one that begins later, which says that there was no such thing yet. Empty for a kind without a sheet.
     */
    public Set<String> missing(String kind, String region) {
        return missing.of(kind, region);
    }

    private Set<String> missingOf(String kind, String region) {
        return component(kind).map(Component::needed).orElse(Set.of()).stream()
                .filter(id ->
                        find(kind, id, region).isEmpty() && later(kind, id).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The fact that {@code own} stands over: ours of the same name that would be found without it. Empty for a fact
     * that stands over none.
     */
    public Optional<Fact> beneath(Fact own) {
        if (found(own.id().kind(), own.id().id()).equals(List.of(own))) {
            return Optional.empty();
        }
        return candidates(own.id().kind(), own.id().id())
                .filter(this::isSeen)
                .filter(ranked -> ranked.rank() == 0)
                .map(Ranked::fact)
                .filter(fact -> !fact.equals(own))
                .filter(fact -> fact.region().isEmpty() || fact.region().equals(own.region()))
                .max(Comparator.comparing(fact -> fact.region().isPresent()));
    }

    /** As {@link #find(String, String)}, if it is a limit. */
    public Optional<Fact> limit(String kind, String id) {
        return find(kind, id).filter(fact -> fact.section() == Section.LIMIT);
    }

    /** As {@link #find(String, String, String)}, if it is a limit. */
    public Optional<Fact> limit(String kind, String id, String region) {
        return find(kind, id, region).filter(fact -> fact.section() == Section.LIMIT);
    }

    /** As {@link #find(String, String)}, if it is something that the component can do. */
    public Optional<Fact> capability(String kind, String id) {
        return find(kind, id).filter(fact -> fact.section() == Section.CAPABILITY);
    }

    /** As {@link #find(String, String)}, if it is something that the component can't do. */
    public Optional<Fact> refusal(String kind, String id) {
        return find(kind, id).filter(fact -> fact.section() == Section.REFUSAL);
    }

    /** The tiers of a price in a region, or of the one for every region if that region has none, lowest usage first. */
    public List<Fact> prices(String kind, String id, String region) {
        return foundPrices.computeIfAbsent(
                new PriceKey(kind, id, region), key -> tiers(key.kind(), key.id(), key.region()));
    }

    private List<Fact> tiers(String kind, String id, String region) {
        List<Fact> seen = seen(facts.getOrDefault(new FactId(kind, id), List.of()))
                .filter(fact -> fact.section() == Section.PRICE)
                .toList();
        List<Fact> local = seen.stream()
                .filter(fact -> fact.region().equals(Optional.of(region)))
                .toList();
        return local.isEmpty()
                ? seen.stream().filter(fact -> fact.region().isEmpty()).toList()
                : local;
    }

    /**
     * As {@link #find(String, String)}, for a fact that an answer can't do without.
     *
     * @throws MissingFactException if there is none
     */
    public Fact require(String kind, String id) {
        return find(kind, id).orElseThrow(() -> new MissingFactException(new FactId(kind, id), day, ""));
    }

    /**
     * As {@link #find(String, String, String)}, for a fact that an answer can't do without.
     *
     * @throws MissingFactException if there is none
     */
    public Fact require(String kind, String id, String region) {
        return find(kind, id, region)
                .orElseThrow(() -> new MissingFactException(new FactId(kind, id), day, " for " + region));
    }

    /** The first fact of that name, for every region, that begins after the day: what will change the answer. */
    public Optional<Fact> later(String kind, String id) {
        return candidates(kind, id)
                .filter(this::isForAll)
                .filter(ranked -> first(ranked.fact()).isAfter(day))
                .min(Comparator.comparing((Ranked ranked) -> first(ranked.fact()))
                        .thenComparing(OWN_FIRST))
                .map(Ranked::fact);
    }

    /** Every fact of that name, whatever its days and region, oldest first. */
    public List<Fact> history(String kind, String id) {
        return histories.of(kind, id);
    }

    /**
     * The first day on which a fact holds: its own, or its component's where that is later; empty if neither is known.
     */
    public Optional<LocalDate> beginning(Fact fact) {
        return Optional.of(first(fact)).filter(since -> !since.equals(LocalDate.MIN));
    }

    /** What may stand directly in front of what, as far as both are launched. */
    public List<Fact> links() {
        return facts.values().stream()
                .filter(ranked -> ranked.stream().anyMatch(one -> one.fact().section() == Section.LINK))
                .flatMap(this::seen)
                .filter(fact -> fact.section() == Section.LINK)
                .filter(fact -> fact.to().flatMap(this::component).stream().allMatch(to -> to.isLaunchedBy(day)))
                .toList();
    }

    /** Every fact that is seen, by kind, name, day, region and tier. */
    public List<Fact> all() {
        return facts.values().stream().flatMap(this::seen).toList();
    }

    /** Every fact that is seen of one kind, by name, day, region and tier. */
    public List<Fact> all(String kind) {
        return facts.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .flatMap(entry -> seen(entry.getValue()))
                .toList();
    }

    /** Of facts of one name those that are seen, the own before ours. */
    private Stream<Fact> seen(List<Ranked> ranked) {
        return ranked.stream()
                .filter(this::isSeen)
                .filter(one -> ranked.stream()
                        .filter(this::isSeen)
                        .filter(other -> other.fact().key().equals(one.fact().key()))
                        .allMatch(other -> other.rank() <= one.rank()))
                .map(Ranked::fact)
                .sorted(Fact.ORDER);
    }

    /** SHA-256, in hexadecimal, of everything that the facts say on any day. The day itself is not part of it. */
    public String sha256() {
        return Digest.sha256(Stream.concat(
                components.values().stream().map(Component::toString),
                facts.values().stream()
                        .flatMap(List::stream)
                        .map(ranked -> ranked.rank() + "\t" + ranked.fact().content())));
    }

    /** Every fact of any day, ours and own, for what must look at all of them. */
    public Stream<Fact> everything() {
        return facts.values().stream().flatMap(List::stream).map(Ranked::fact);
    }

    private Stream<Ranked> candidates(String kind, String id) {
        return facts.getOrDefault(new FactId(kind, id), List.of()).stream();
    }

    private boolean isForAll(Ranked ranked) {
        return ranked.fact().region().isEmpty();
    }

    private boolean isSeen(Ranked ranked) {
        return ranked.fact().holdsOn(day) && !first(ranked.fact()).isAfter(day);
    }

    private LocalDate first(Fact fact) {
        LocalDate since = fact.window().since();
        LocalDate launched =
                component(fact.id().kind()).map(Component::launched).orElse(LocalDate.MIN);
        return since.isAfter(launched) ? since : launched;
    }
}
