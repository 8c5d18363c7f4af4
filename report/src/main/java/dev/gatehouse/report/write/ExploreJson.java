package dev.gatehouse.report.write;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.explore.ExploredPath;
import dev.gatehouse.model.explore.Neighbour;
import dev.gatehouse.model.explore.Neighbours;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.PathRule;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An exploration as {@code gatehouse/explore/1}: the same exploration gives the same bytes. */
public final class ExploreJson {
    private ExploreJson() {}

    /**
     * Writes an exploration.
     *
     * @param top how many paths of the ranking are written
     */
    public static String of(Exploration exploration, int top, Origin origin) {
        ObjectNode document = JsonText.object()
                .put("schema", "gatehouse/explore/1")
                .put("tool", origin.tool())
                .put("specSha256", origin.specSha256())
                .put("factsSha256", exploration.facts().sha256())
                .put("asOf", exploration.asOf().toString())
                .put("platform", exploration.spec().name())
                .put("region", exploration.spec().region())
                .put("zones", exploration.spec().zones())
                .put("currency", "USD")
                .put("verdict", exploration.verdict())
                .put("best", exploration.best().design().id())
                .put("legal", exploration.paths().size());
        ArrayNode paths = document.putArray("paths");
        exploration.paths().stream().limit(top).forEach(path -> paths.add(path(exploration, path)));
        texts(
                document,
                "front",
                exploration.front().stream().map(path -> path.design().id()).toList());
        ArrayNode neighbours = document.putArray("neighbours");
        exploration.neighbours().forEach(of -> neighbours.add(neighbours(exploration, of)));
        ArrayNode rules = document.putArray("refused");
        PathRule.ALL.forEach(rule -> rules.addObject()
                .put("rule", rule.id())
                .put("reason", rule.reason())
                .put(
                        "paths",
                        exploration.space().refused().stream()
                                .filter(refused -> refused.rule().equals(rule))
                                .count()));
        return JsonText.of(document);
    }

    private static ObjectNode path(Exploration exploration, ExploredPath path) {
        String id = path.design().id();
        ObjectNode node = JsonText.object()
                .put("rank", exploration.rank(path))
                .put("id", id)
                .put("title", path.design().title());
        texts(node, "path", path.kinds().stream().map(HopKind::id).toList());
        node.put("study", Designs.ids().contains(id))
                .put("front", exploration.front().contains(path))
                .put("verdict", path.answer().verdict().word())
                .put("broken", path.broken())
                .put("unknown", path.unknown())
                .put("yours", path.yours());
        texts(node, "breaks", path.brokenRows());
        JsonText.putOptional(node, "perMonth", path.perMonth().map(ExploreJson::text));
        node.put("atLeast", text(path.atLeast()));
        putCost(node, List.of(path.cost()));
        ObjectNode latency = node.putObject("latency");
        JsonText.putOptional(latency, "low", path.latency().low().map(ExploreJson::millis));
        JsonText.putOptional(latency, "high", path.latency().high().map(ExploreJson::millis));
        latency.put("unit", "ms");
        texts(latency, "without", ids(path.latency().without()));
        EvidenceJson.put(latency, path.latency().evidence(), path.latency().facts());
        ObjectNode availability = node.putObject("availability");
        JsonText.putOptional(
                availability, "percent", path.availability().percent().map(BigDecimal::toPlainString));
        texts(availability, "without", ids(path.availability().without()));
        EvidenceJson.put(
                availability,
                path.availability().evidence(),
                path.availability().facts());
        return node.put("hops", path.hops());
    }

    private static ObjectNode neighbours(Exploration exploration, Neighbours of) {
        ObjectNode node = JsonText.object().put("design", of.of().design().id()).put("rank", exploration.rank(of.of()));
        ArrayNode nearest = node.putArray("nearest");
        of.nearest().forEach(neighbour -> nearest.add(neighbour(exploration, of.of(), neighbour)));
        return node;
    }

    private static ObjectNode neighbour(Exploration exploration, ExploredPath from, Neighbour neighbour) {
        ObjectNode node = JsonText.object()
                .put("id", neighbour.path().design().id())
                .put("rank", exploration.rank(neighbour.path()))
                .put("steps", neighbour.difference().steps())
                .put("text", neighbour.difference().words());
        JsonText.putOptional(node, "perMonth", neighbour.perMonth().map(ExploreJson::text));
        putCost(node, List.of(from.cost(), neighbour.path().cost()));
        texts(node, "keeps", neighbour.promises().keeps());
        texts(node, "breaks", neighbour.promises().breaks());
        texts(node, "unknown", neighbour.promises().opens());
        return node;
    }

    /** How what these bills come to is known: as weak as the weakest of them. */
    private static void putCost(ObjectNode node, List<Cost> costs) {
        List<Evidence> all =
                costs.stream().flatMap(cost -> cost.evidence().stream()).toList();
        EvidenceJson.put(
                node,
                all.isEmpty() ? Optional.empty() : Optional.of(Evidence.weakest(all)),
                costs.stream().flatMap(cost -> cost.facts().stream()).toList(),
                EvidenceJson.NO_PRICE);
    }

    private static List<String> ids(List<HopKind> hops) {
        return hops.stream().map(HopKind::id).toList();
    }

    private static void texts(ObjectNode node, String key, Collection<String> texts) {
        ArrayNode list = node.putArray(key);
        texts.forEach(list::add);
    }

    private static String text(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos())
                .movePointLeft(6)
                .stripTrailingZeros()
                .toPlainString();
    }
}
