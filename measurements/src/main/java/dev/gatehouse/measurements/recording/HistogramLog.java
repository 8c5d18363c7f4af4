package dev.gatehouse.measurements.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The histograms of a run as text in the {@code .hlog} format, version 1.3, one tagged line for each timing. Values are
 * nanoseconds; the column of maxima is in milliseconds, as the format has it.
 */
public final class HistogramLog {
    private HistogramLog() {}

    /** Writes the histograms that are not empty. */
    public static byte[] write(Recording recording) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, UTF_8)) {
            HistogramLogWriter log = new HistogramLogWriter(out);
            log.outputComment("[Gatehouse; values in nanoseconds]");
            log.outputLogFormatVersion();
            log.outputLegend();
            for (Timing timing : Timing.values()) {
                Histogram histogram = recording.histogram(timing);
                if (histogram.getTotalCount() > 0) {
                    histogram.setTag(timing.word());
                    histogram.setStartTimeStamp(0);
                    histogram.setEndTimeStamp(recording.span().toMillis());
                    log.outputIntervalHistogram(histogram);
                }
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is no such log
     */
    public static Map<Timing, Histogram> read(byte[] bytes) {
        Map<Timing, Histogram> histograms = new EnumMap<>(Timing.class);
        try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(bytes))) {
            while (log.hasNext()) {
                EncodableHistogram next = log.nextIntervalHistogram();
                if (next == null) {
                    break; // only comments were left
                }
                if (!(next instanceof Histogram histogram)) {
                    throw new IllegalArgumentException("a line holds no histogram of whole numbers");
                }
                Timing timing = Optional.ofNullable(histogram.getTag())
                        .flatMap(Timing::ofWord)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a histogram is tagged '" + histogram.getTag() + "', which is no timing"));
                histograms.merge(timing, histogram, (first, second) -> {
                    first.add(second);
                    return first;
                });
            }
        }
        return histograms;
    }
}
