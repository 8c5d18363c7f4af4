package dev.gatehouse.report.page;

import dev.gatehouse.model.latency.Interval;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.LatencyTables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** The latency intervals of the designs over one scale, as SVG: a bar from the least to the most. */
final class RangeChart {
    private static final int WIDTH = 720;
    private static final int LEFT = 56;
    private static final int RIGHT = 190;
    private static final int LINE = 30;
    private static final int TOP = 8;
    private static final int BAR = 12;
    /** Steps of the scale in milliseconds; the first that needs at most six marks is taken. */
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000);

    private static final int MOST_MARKS = 6;

    private final ComparisonView view;
    private final StringBuilder svg = new StringBuilder();
    private final long step;
    private final long marks;

    private RangeChart(ComparisonView view) {
        this.view = view;
        long longest = Math.max(1, ceiling(LatencyTables.longest(view.columns())));
        this.step = STEPS.stream()
                .filter(each -> (longest + each - 1) / each <= MOST_MARKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        this.marks = (longest + step - 1) / step;
    }

    static String of(ComparisonView view) {
        RangeChart chart = new RangeChart(view);
        chart.write();
        return chart.svg.toString();
    }

    private void write() {
        int bottom = TOP + LINE * view.columns().size();
        svg.append("<figure class=\"ranges panel\" tabindex=\"0\"><svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(bottom + 26)
                .append("\" role=\"img\" aria-label=\"What each path adds, in milliseconds\">\n");
        for (long mark = 0; mark <= marks; mark++) {
            BigDecimal x = at(Duration.ofMillis(mark * step));
            svg.append("<line class=\"grid\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>"
                            .formatted(x, TOP, bottom))
                    .append("<text class=\"mark\" x=\"%s\" y=\"%d\">%d%s</text>\n"
                            .formatted(x, bottom + 16, mark * step, mark == marks ? " ms" : ""));
        }
        for (int line = 0; line < view.columns().size(); line++) {
            bar(view.columns().get(line), TOP + LINE * line + LINE / 2);
        }
        svg.append("</svg></figure>\n");
    }

    private void bar(Column column, int middle) {
        Latency latency = column.answer().mainLatency();
        svg.append("<text class=\"head\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(LEFT - 12, middle + 5, Html.text(column.head())));
        latency.before().ifPresent(before -> rectangle("before", before, middle));
        latency.interval().ifPresent(interval -> {
            rectangle("bar", interval, middle);
            String more = latency.without().isEmpty() ? "" : ", and more";
            svg.append("<text class=\"range\" x=\"%s\" y=\"%d\">%s</text>\n"
                    .formatted(
                            at(latency.before()
                                            .map(Interval::high)
                                            .filter(high -> high.compareTo(interval.high()) > 0)
                                            .orElse(interval.high()))
                                    .add(BigDecimal.valueOf(8)),
                            middle + 5,
                            Html.text(interval + more)));
        });
    }

    private void rectangle(String kind, Interval interval, int middle) {
        BigDecimal from = at(interval.low());
        BigDecimal width = at(interval.high()).subtract(from).max(BigDecimal.valueOf(2));
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"/>"
                .formatted(kind, from, middle - BAR / 2, width, BAR));
    }

    private BigDecimal at(Duration time) {
        return BigDecimal.valueOf(time.toNanos())
                .multiply(BigDecimal.valueOf(WIDTH - LEFT - RIGHT))
                .divide(BigDecimal.valueOf(marks * step).movePointRight(6), 1, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(LEFT));
    }

    private static long ceiling(Duration time) {
        return BigDecimal.valueOf(time.toNanos())
                .movePointLeft(6)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
