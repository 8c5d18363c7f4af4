package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.measurements.schedule.Arrival;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Request bodies of any size: harmless numbers in JSON, which no firewall minds. Each size is made once. Thread-safe.
 */
final class Bodies {
    private static final String NUMBER = "0.5,";

    private final Map<Integer, byte[]> bySize = new ConcurrentHashMap<>();

    /** The body of an arrival; the same bytes for every caller, who must not change them. */
    byte[] of(Arrival arrival) {
        return bySize.computeIfAbsent(
                Math.toIntExact(arrival.traffic().request().bytes()), Bodies::make);
    }

    private static byte[] make(int size) {
        if (size < 2) {
            return "0".repeat(size).getBytes(US_ASCII);
        }
        String numbers = NUMBER.repeat(size / NUMBER.length());
        String fitted = numbers.substring(0, Math.max(0, Math.min(numbers.length() - 1, size - 3)));
        String whole = fitted.endsWith(",") || fitted.endsWith(".") ? fitted + "0" : fitted;
        return ("[" + whole + " ".repeat(size - 2 - whole.length()) + "]").getBytes(US_ASCII);
    }
}
