package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Share;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Model}. Begin with {@link Models#model}. Mutable, for one thread. */
public final class ModelBuilder {
    private final String name;
    private Service service = new Service("", "", 0, false);
    private String path = "";
    private Optional<List<String>> entries = Optional.empty();
    private Protocol protocol = Protocol.HTTP;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<Answers> answers = Optional.empty();
    private Optional<Streaming> stream = Optional.empty();
    private Load load = Load.ASSUMED;
    private Optional<Canary> canary = Optional.empty();
    private Optional<Shadow> shadow = Optional.empty();
    private Optional<Retry> retry = Optional.empty();

    ModelBuilder(String name) {
        this.name = name;
    }

    /**
     * Where its pods are reached: {@code fraud.serving} or {@code https://fraud.serving}, and the port. Must be called.
     */
    public ModelBuilder service(String nameAndNamespace, int port) {
        service = Models.service(nameAndNamespace, port);
        return this;
    }

    /** The path prefix if it ends in a slash (with its exact twin), else exactly this path. Must be called. */
    public ModelBuilder path(String prefixOrPath) {
        path = prefixOrPath;
        return this;
    }

    /** The entries that serve it; all but those with {@code reach: vpc} if not called. */
    public ModelBuilder entries(String... names) {
        entries = Optional.of(List.of(names));
        return this;
    }

    /** How it speaks; HTTP if not called. */
    public ModelBuilder protocol(Protocol how) {
        protocol = how;
        return this;
    }

    /** A header that a request must have to mean this model. */
    public ModelBuilder header(String headerName, String value) {
        headers.put(headerName.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** How long it may take. See {@link Models#atMost}. */
    public ModelBuilder answers(Answers within) {
        answers = Optional.of(within);
        return this;
    }

    /** That it streams: the longest wait for the first byte, the longest silence after it, the longest whole answer. */
    public ModelBuilder stream(Duration firstToken, Duration longestGap, Duration atMost) {
        stream = Optional.of(new Streaming(Optional.of(firstToken), longestGap, Optional.of(atMost)));
        return this;
    }

    /** The longest silence of a WebSocket. */
    public ModelBuilder stream(Duration longestGap) {
        stream = Optional.of(new Streaming(Optional.empty(), longestGap, Optional.empty()));
        return this;
    }

    /** What it carries. See {@link Models#load}; {@link Load#ASSUMED} if not called. */
    public ModelBuilder load(Load carried) {
        load = carried;
        return this;
    }

    /** A second version that takes a share of the requests, in whole percents. */
    public ModelBuilder canary(String nameAndNamespace, int port, Share share) {
        canary = Optional.of(new Canary(
                Models.service(nameAndNamespace, port), Models.wholePercent(share), canary.flatMap(Canary::pin)));
        return this;
    }

    /**
     * The header that sends every request to the canary.
     *
     * @throws IllegalStateException if {@link #canary} was not called before
     */
    public ModelBuilder pin(String header, String value) {
        Canary known = canary.orElseThrow(() -> new IllegalStateException("pin needs canary before it"));
        canary = Optional.of(new Canary(known.service(), known.percent(), Optional.of(new Canary.Pin(header, value))));
        return this;
    }

    /** A second version that gets copies of a share of the requests, in whole percents. */
    public ModelBuilder shadow(String nameAndNamespace, int port, Share share) {
        shadow = Optional.of(new Shadow(Models.service(nameAndNamespace, port), Models.wholePercent(share)));
        return this;
    }

    /** What may be tried again, such as {@code "connect-failure", 1}. */
    public ModelBuilder retry(String on, int times) {
        retry = Optional.of(new Retry(on, times));
        return this;
    }

    Model model(List<String> defaultEntries) {
        return new Model(
                name,
                service,
                path,
                entries.orElse(defaultEntries),
                protocol,
                headers,
                answers,
                stream,
                load,
                canary,
                shadow,
                retry);
    }
}
