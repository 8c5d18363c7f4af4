package dev.gatehouse.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The figures that a JSON document allows a page to show, and those of a page that it does not. A figure is a number
 * with its unit; a page shows one of the document in full, or rounded as pages round: to two places, one or none, to
 * three digits, in millions and thousands. Charges may also be shown with their tiers added up, and the ends of a
 * sensitivity's stretches as requests.
 */
final class RenderedFigures {
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w./:@#-])[-−+]?(\\d[\\d,]*+(?:\\.\\d++)?+)(?!\\w|[-/:.]\\w)"
                    + "(/s|(?: (?:ms|s|min|h|d|B|KB|MB|GB|KiB|MiB|GiB|%|USD|M)(?!\\w))?+)");

    /** What a page shows in another unit than the document has it in, by the page's, and how many of those it is. */
    private static final Map<String, BigDecimal> LARGER =
            Map.of("M", new BigDecimal("1e6"), "KB", new BigDecimal("1e3"), "MB", new BigDecimal("1e6"));

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    /** Figures of pages that no document has, by the words around them: why they may be there. */
    static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "19 November 2020", "the day of the study, as people write days",
            "yours: \\d+(, \\d+)*", "refers to the list of what is yours by its numbers",
            "(?m)^ *\\d+ {2}(?=\\S)", "numbers the list of what is yours",
            "\\d+ kept · \\d+ conditional", "counts cells of the document",
            "\\| (kept|conditional|unknown|broken) (\\| \\d+ )+\\|", "counts cells of the document",
            "prices not known[\\s|\\d]*", "counts the missing of the document's costs",
            "Latency\\s+(\\d+\\s+)+ms", "the marks of an axis"));

    private record Figure(BigDecimal number, String unit) {
        Figure {
            number = number.stripTrailingZeros();
        }
    }

    private final Set<Figure> figures = new HashSet<>();
    private final Set<BigDecimal> numbers = new HashSet<>();
    private final Set<String> excused = new TreeSet<>();

    /** Allows what a document says. */
    RenderedFigures(JsonNode document) {
        allow(document);
        document.path("designs").forEach(this::allowCharges);
        JsonNode sensitivity = document.path("sensitivity");
        sensitivity
                .path("pairs")
                .forEach(pair -> allowLoads(
                        pair.path("stretches"),
                        new BigDecimal(sensitivity.path("requestsPerMonth").asString())));
    }

    /** Charges with their tiers added up. */
    private void allowCharges(JsonNode design) {
        Map<String, BigDecimal> charges = new LinkedHashMap<>();
        for (JsonNode item : design.path("cost").path("items")) {
            if (!item.path("amount").isNull()) {
                charges.merge(
                        item.path("hop").asString() + " " + item.path("item").asString(),
                        new BigDecimal(item.path("amount").asString()),
                        BigDecimal::add);
            }
        }
        charges.values().forEach(sum -> allow(sum, ""));
    }

    /** The loads at which stretches end, which the document has as times the platform's load. */
    private void allowLoads(JsonNode stretches, BigDecimal load) {
        for (JsonNode stretch : stretches) {
            allow(new BigDecimal(stretch.path("to").asString()).multiply(load), "");
        }
    }

    /** Figures of a page that the document does not have, each with the words around it. */
    List<String> unknown(String page) {
        List<String> unknown = new ArrayList<>();
        FIGURE.matcher(page)
                .results()
                .filter(found -> !isAllowed(figure(found)))
                .forEach(found -> {
                    List<String> reasons = EXCEPTIONS.keySet().stream()
                            .filter(words -> isWithin(words, page, found.start(1)))
                            .toList();
                    excused.addAll(reasons);
                    if (reasons.isEmpty()) {
                        unknown.add(page.substring(
                                Math.max(0, found.start() - 40), Math.min(page.length(), found.end() + 20)));
                    }
                });
        return unknown;
    }

    /** How many figures a page has. */
    static long count(String page) {
        return FIGURE.matcher(page).results().count();
    }

    /** The exceptions that some figure needed. */
    Set<String> excused() {
        return excused;
    }

    /** The text that a page in HTML shows, drawings included. */
    static String ofHtml(String html) {
        return html.replaceAll("(?s)<(style|script)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** The text of a page in Markdown. */
    static String ofMarkdown(String markdown) {
        return markdown.replace("\\", "");
    }

    private void allow(JsonNode node) {
        if (node.isObject() || node.isArray()) {
            node.forEach(this::allow);
        } else if (node.isNumber()) {
            allow(new BigDecimal(node.asString()).abs(), "");
        } else if (node.isString()) {
            FIGURE.matcher(node.asString())
                    .results()
                    .map(RenderedFigures::figure)
                    .forEach(figure -> allow(figure.number(), figure.unit()));
        }
    }

    private void allow(BigDecimal number, String unit) {
        renderings(number).forEach(each -> {
            figures.add(new Figure(each, unit));
            numbers.add(each.stripTrailingZeros());
        });
        if (unit.isEmpty() || unit.equals("B")) {
            LARGER.forEach(
                    (larger, many) -> figures.add(new Figure(number.divide(many).round(THREE_DIGITS), larger)));
        }
    }

    private static Stream<BigDecimal> renderings(BigDecimal number) {
        return Stream.concat(
                Stream.of(number, number.round(THREE_DIGITS)),
                Stream.of(0, 1, 2).map(places -> number.setScale(places, RoundingMode.HALF_UP)));
    }

    /** The same number in the same unit, or in whatever unit where one of the two names none. */
    private boolean isAllowed(Figure figure) {
        return figures.contains(figure)
                || figures.contains(new Figure(figure.number(), ""))
                || (figure.unit().isEmpty() && numbers.contains(figure.number()));
    }

    private static Figure figure(MatchResult found) {
        return new Figure(
                new BigDecimal(found.group(1).replace(",", "")), found.group(2).strip());
    }

    private static boolean isWithin(String words, String page, int at) {
        return Pattern.compile(words)
                .matcher(page)
                .results()
                .anyMatch(found -> found.start() <= at && at < found.end());
    }
}
