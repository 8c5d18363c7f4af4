package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/costs-by-hand.md} and the bill of the risk models together, both ways. */
final class CostsByHandTest {
    private static final Map<String, Cost> COSTS = costs();

    /** A line of the page: which items of the bill, what they come to, and in which designs. */
    private record Row(String items, String amount, List<String> designs) {
        boolean names(LineItem line) {
            return Pattern.matches(items.replace("*", ".*"), line.hop() + " " + line.item());
        }
    }

    private static Map<String, Cost> costs() {
        Facts facts = Facts.bundled();
        Map<String, Cost> costs = new LinkedHashMap<>();
        Designs.all()
                .forEach(design -> costs.put(
                        design.title().substring(0, design.title().indexOf(' ')),
                        Cost.of(design.realize(Specs.riskModels(), facts))));
        return costs;
    }

    private static Cost cost(String design) {
        return Optional.ofNullable(COSTS.get(design)).orElseThrow();
    }

    private static List<List<String>> cells(int count) throws IOException {
        return Files.readAllLines(Specs.folder().resolve("../../docs/costs-by-hand.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .filter(cells -> cells.size() == count)
                .toList();
    }

    private static List<Row> rows() throws IOException {
        return cells(5).stream()
                .filter(cells -> cells.get(1).startsWith("`"))
                .map(cells -> new Row(
                        cells.get(1).replace("`", ""),
                        cells.get(3).replace(",", ""),
                        List.of(cells.get(4).split(", "))))
                .toList();
    }

    private static BigDecimal sum(List<LineItem> lines) {
        return lines.stream()
                .flatMap(line -> line.amount().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    @Test
    void each_line_of_the_page_is_what_the_bill_says() throws IOException {
        assertThat(rows()).hasSize(26);
        for (Row row : rows()) {
            for (String design : row.designs()) {
                List<LineItem> lines =
                        cost(design).items().stream().filter(row::names).toList();
                assertThat(lines).as(row + " in " + design).isNotEmpty();
                if (row.amount().equals("unknown")) {
                    assertThat(lines)
                            .allSatisfy(line -> assertThat(line.amount()).isEmpty());
                } else {
                    assertThat(lines)
                            .allSatisfy(line -> assertThat(line.amount()).isPresent());
                    assertThat(sum(lines)).as(row + " in " + design).isEqualByComparingTo(row.amount());
                }
            }
        }
    }

    @Test
    void each_line_of_the_bill_is_on_the_page_once() throws IOException {
        List<Row> rows = rows();
        COSTS.forEach((design, cost) -> assertThat(cost.items())
                .allSatisfy(line -> assertThat(rows.stream()
                                .filter(row -> row.names(line) && row.designs().contains(design)))
                        .as(line.hop() + " " + line.item() + " in " + design)
                        .hasSize(1)));
    }

    @Test
    void the_sums_of_the_page_are_those_of_the_bill() throws IOException {
        List<List<String>> sums = cells(2).stream()
                .filter(cells -> COSTS.containsKey(cells.get(0)))
                .toList();
        assertThat(sums).hasSize(10);
        for (List<String> cells : sums.subList(0, 5)) {
            assertThat(sum(cost(cells.get(0)).items().stream()
                            .filter(line -> !comesOnTop(line))
                            .toList()))
                    .as(cells.get(0))
                    .isEqualByComparingTo(cells.get(1).replace(",", ""));
        }
        for (List<String> cells : sums.subList(5, 10)) {
            Cost cost = cost(cells.get(0));
            String total =
                    cost.known().amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
            assertThat(cells.get(1).replace(",", ""))
                    .isEqualTo((cost.perMonth().isPresent() ? "" : "at least ") + total);
        }
    }

    static boolean comesOnTop(LineItem line) {
        return line.item().endsWith("cross-zone")
                || line.item().endsWith("pod-hour")
                || line.item().startsWith("authorizer-");
    }
}
