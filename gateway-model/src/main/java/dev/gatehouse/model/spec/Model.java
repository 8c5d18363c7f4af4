package dev.gatehouse.model.spec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something served.
 *
 * @param name its key in the spec: lower case, digits and hyphens
 * @param service where its pods are reached
 * @param path the path prefix if it ends in a slash (with its exact twin), else exactly this path
 * @param entries the names of the entries that serve it
 * @param protocol how it speaks
 * @param headers headers that a request must have to mean this model, name to exact value
 * @param answers how long it may take, if the spec says
 * @param stream how it streams, if it does
 * @param load what it carries
 * @param canary a second version that takes a share, if there is one
 * @param shadow a second version that gets copies, if there is one
 * @param retry what may be tried again, if anything
 */
public record Model(
        String name,
        Service service,
        String path,
        List<String> entries,
        Protocol protocol,
        Map<String, String> headers,
        Optional<Answers> answers,
        Optional<Streaming> stream,
        Load load,
        Optional<Canary> canary,
        Optional<Shadow> shadow,
        Optional<Retry> retry) {
    /** The longest that a caller waits for a model that says nothing of its answers. */
    public static final Duration ASSUMED_AT_MOST = Duration.ofSeconds(3);

    /** The silence that a WebSocket keeps open unless its spec says less. */
    public static final Duration WEBSOCKET_GAP = Duration.ofSeconds(350);

    /** Copies both collections, in their order. */
    public Model {
        entries = List.copyOf(entries);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether {@link #path} is a prefix (with its exact twin) and not one exact path. */
    public boolean isPrefix() {
        return path.endsWith("/");
    }

    /** Whether its answer comes in pieces over time: a stream or a WebSocket. */
    public boolean isStreamed() {
        return stream.isPresent() || protocol == Protocol.WEBSOCKET;
    }

    /**
     * The longest that a caller waits for the whole answer: the stream's or the answer's own bound, else
     * {@link #ASSUMED_AT_MOST}. Empty for a WebSocket, and for a stream that gives none, which end when they end.
     */
    public Optional<Duration> atMost() {
        if (stream.isPresent()) {
            return stream.get().atMost();
        }
        if (protocol == Protocol.WEBSOCKET) {
            return Optional.empty();
        }
        return Optional.of(answers.flatMap(Answers::atMost).orElse(ASSUMED_AT_MOST));
    }

    /** Whether {@link #atMost} is an assumption because the spec gives neither answers nor a stream. */
    public boolean atMostIsAssumed() {
        return protocol != Protocol.WEBSOCKET
                && stream.isEmpty()
                && answers.flatMap(Answers::atMost).isEmpty();
    }

    /**
     * The longest silence on the wire while a request is open: a stream's longest gap or wait for the first token, a
     * WebSocket's gap, else the whole {@link #atMost}.
     */
    public Duration longestSilence() {
        if (stream.isPresent()) {
            Duration gap = stream.get().longestGap();
            Duration first = stream.get().firstToken().orElse(gap);
            return gap.compareTo(first) >= 0 ? gap : first;
        }
        if (protocol == Protocol.WEBSOCKET) {
            return WEBSOCKET_GAP;
        }
        return atMost().orElse(ASSUMED_AT_MOST);
    }

    /** The same model whose callers wait no longer than that. */
    public Model withAtMost(Duration longest) {
        return with(
                Optional.of(new Answers(answers.flatMap(Answers::p99), Optional.of(longest))), stream, service, load);
    }

    /** The same model, streaming that way. */
    public Model withStream(Streaming streaming) {
        return with(answers, Optional.of(streaming), service, load);
    }

    /** The same model with that load. */
    public Model withLoad(Load carried) {
        return with(answers, stream, service, carried);
    }

    /** The same model behind that service. */
    public Model withService(Service reached) {
        return with(answers, stream, reached, load);
    }

    private Model with(Optional<Answers> newAnswers, Optional<Streaming> newStream, Service newService, Load newLoad) {
        return new Model(
                name,
                newService,
                path,
                entries,
                protocol,
                headers,
                newAnswers,
                newStream,
                newLoad,
                canary,
                shadow,
                retry);
    }
}
