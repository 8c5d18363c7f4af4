package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What models are made of, for static import beside {@link PlatformSpec#named}. */
public final class Models {
    private Models() {}

    /** Begins a model of that name. */
    public static ModelBuilder model(String name) {
        return new ModelBuilder(name);
    }

    /** The longest that a caller may wait for the whole answer. */
    public static Answers atMost(Duration time) {
        return new Answers(Optional.empty(), Optional.of(time));
    }

    /** A load without a content type and without a count of connections. */
    public static Load load(Rate average, Rate peak, DataSize request, DataSize response) {
        return new Load(average, peak, request, response, Optional.empty(), OptionalInt.empty());
    }

    /** A rate such as 150/s. */
    public static Rate perSecond(long times) {
        return Rate.ofPerSecond(times);
    }

    /** A size of so many KB of 1,000 bytes. */
    public static DataSize kilobytes(long count) {
        return DataSize.ofKilobytes(count);
    }

    /** A share of so many hundredths. */
    public static Share percent(long hundredths) {
        return Share.ofPercent(hundredths);
    }

    /** A service by {@code [https://]name.namespace} and port; the parts are checked with the rest of the spec. */
    static Service service(String nameAndNamespace, int port) {
        boolean tls = nameAndNamespace.startsWith("https://");
        String plain = tls ? nameAndNamespace.substring("https://".length()) : nameAndNamespace;
        int dot = plain.indexOf('.');
        return dot < 0
                ? new Service(plain, "", port, tls)
                : new Service(plain.substring(0, dot), plain.substring(dot + 1), port, tls);
    }

    /**
     * The share as the whole percents that Emissary splits by.
     *
     * @throws IllegalArgumentException if it is not whole
     */
    static int wholePercent(Share share) {
        if (!share.isWhole()) {
            throw new IllegalArgumentException(share + " is no whole percent, and Emissary splits in whole percents");
        }
        return share.percent().intValueExact();
    }
}
