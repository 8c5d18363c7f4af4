package dev.gatehouse.lab.server;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Service;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * Serves every model of a platform, each of its services on loopback ports of its own: a pod in each zone. What models
 * count and what is wrong with them holds for the pods of all zones. Thread-safe.
 *
 * <p>Answers say in {@code x-model} and {@code x-variant} who gave them, and in {@code x-service-time-us} how long the
 * model itself took. A path below {@code /v2/} speaks the Open Inference Protocol besides: health, metadata, inference.
 * A request may ask for more by the headers {@link #NUMBER}, {@link #ECHO}, {@link #TIME}, {@link #GAP}, {@link #WHOLE}
 * and {@link #SIZE}, which every hop passes on.
 */
public final class ModelServer implements AutoCloseable {
    /** The request's number, which decides its service time: the same number takes as long in every design. */
    public static final String NUMBER = "x-gatehouse-request";

    /** Asks for an answer that tells what has arrived: JSON with method, path, headers, address, TLS and body. */
    public static final String ECHO = "x-gatehouse-echo";

    /** Asks for an answer after that time, such as {@code 25 s}; for a stream's first piece after it. */
    public static final String TIME = "x-gatehouse-time";

    /** Asks a stream to be silent for that long between its pieces. */
    public static final String GAP = "x-gatehouse-gap";

    /** Asks a stream to take that long as a whole. */
    public static final String WHOLE = "x-gatehouse-whole";

    /** Asks for an answer of that size, such as {@code 4 MB}. */
    public static final String SIZE = "x-gatehouse-size";

    private final ServerOptions options;
    private final List<Served> served = new ArrayList<>();
    private final int zones;
    private final Map<String, List<Endpoint>> pods = new LinkedHashMap<>();
    private final Set<Integer> givenUp = ConcurrentHashMap.newKeySet();
    private final AtomicLong stalledUntil = new AtomicLong(Long.MIN_VALUE);

    private ModelServer(ServerOptions options, int zones) {
        this.options = options;
        this.zones = zones;
    }

    /**
     * Starts it in one zone.
     *
     * @param loops where it lives
     * @param authority issues the certificates of services that speak TLS
     */
    public static ModelServer start(PlatformSpec spec, Loops loops, Authority authority, ServerOptions options) {
        return start(spec, loops, authority, options, 1);
    }

    /**
     * Starts it.
     *
     * @param loops where it lives
     * @param authority issues the certificates of services that speak TLS
     * @param zones in how many zones each service has a pod, 1 or more
     */
    public static ModelServer start(
            PlatformSpec spec, Loops loops, Authority authority, ServerOptions options, int zones) {
        ModelServer server = new ModelServer(options, zones);
        Map<Service, List<Served>> byService = new LinkedHashMap<>();
        for (Model model : spec.models()) {
            server.add(byService, model.service(), model, Variant.BASE);
            model.canary().ifPresent(canary -> server.add(byService, canary.service(), model, Variant.CANARY));
            model.shadow().ifPresent(shadow -> server.add(byService, shadow.service(), model, Variant.SHADOW));
        }
        byService.forEach((service, models) -> server.listen(service, models, loops, authority));
        return server;
    }

    private void add(Map<Service, List<Served>> byService, Service service, Model model, Variant variant) {
        Served one = new Served(model, variant, options.seed());
        served.add(one);
        byService.computeIfAbsent(service, key -> new ArrayList<>()).add(one);
    }

    private void listen(Service service, List<Served> models, Loops loops, Authority authority) {
        HttpServing serving = HttpServing.with(() -> new Answering(this, models));
        Optional<SslContext> tls = service.tls() ? Optional.of(tls(service, authority)) : Optional.empty();
        List<Endpoint> each = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            each.add(loops.listen(channel -> begin(channel, serving, tls)));
        }
        pods.put(name(service), each);
    }

    private static void begin(Channel channel, HttpServing serving, Optional<SslContext> tls) {
        if (tls.isPresent()) {
            channel.pipeline().addLast(tls.get().newHandler(channel.alloc()));
            serving.afterTls(channel.pipeline());
        } else {
            serving.cleartext(channel.pipeline());
        }
    }

    private static SslContext tls(Service service, Authority authority) {
        Identity identity = authority.server(List.of(service.name() + "." + service.namespace(), service.name()));
        try {
            return SslContextBuilder.forServer(identity.key(), identity.chain())
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            "h2",
                            "http/1.1"))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS for " + service + ": " + e.getMessage(), e);
        }
    }

    /** A service's name as manifests write it, without {@code https://}. */
    private static String name(Service service) {
        return service.name() + "." + service.namespace() + ":" + service.port();
    }

    /** Where each service listens in the first zone, by {@code name.namespace:port}. */
    public Map<String, InetSocketAddress> addresses() {
        Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
        pods.forEach((name, each) -> addresses.put(name, each.get(0).address()));
        return addresses;
    }

    /** Where a service listens in the first zone. */
    public InetSocketAddress address(Service service) {
        return pods(service).get(0);
    }

    /** Where a service listens, one address for each zone. */
    public List<InetSocketAddress> pods(Service service) {
        List<Endpoint> each = pods.get(name(service));
        if (each == null) {
            throw new IllegalArgumentException(
                    "no model of the spec has the service " + service + "; there are " + pods.keySet());
        }
        return each.stream().map(Endpoint::address).toList();
    }

    /** The same for an ingress: the pods of every zone that {@link #giveUp} has not named. */
    public Upstreams upstreams() {
        Upstreams upstreams = Upstreams.none();
        for (Map.Entry<String, List<Endpoint>> service : pods.entrySet()) {
            for (int zone = 0; zone < zones; zone++) {
                if (!givenUp.contains(zone)) {
                    int port = service.getValue().get(zone).address().getPort();
                    upstreams = upstreams.and(service.getKey(), "127.0.0.1", port);
                }
            }
        }
        return upstreams;
    }

    /** Ends the pods of a zone, with every connection that they have. */
    public void kill(int zone) {
        pods.values().forEach(each -> each.get(zone).close());
    }

    /** Leaves the pods of a zone out of {@link #upstreams} from now on, as Kubernetes does with a node that is lost. */
    public void giveUp(int zone) {
        givenUp.add(zone);
    }

    /** What each variant of each model has got so far, in the order of the spec. */
    public List<Answered> answered() {
        return served.stream().map(Served::answered).toList();
    }

    /**
     * What one variant has got so far.
     *
     * @throws IllegalArgumentException if the spec has no such variant
     */
    public Answered answered(String model, Variant variant) {
        return find(model, variant).answered();
    }

    /**
     * Lets a variant's answers go wrong from now on.
     *
     * @throws IllegalArgumentException if the spec has no such variant
     */
    public void set(String model, Variant variant, Fault fault) {
        find(model, variant).set(Optional.of(fault));
    }

    /** Lets everything go well again from now on; what hangs goes on hanging. */
    public void heal() {
        served.forEach(each -> each.set(Optional.empty()));
        stalledUntil.set(Long.MIN_VALUE);
    }

    /** Lets nothing be answered before that much of the lab's time has passed, as a long pause of a process does. */
    public void stall(Duration time) {
        stalledUntil.set(options.pace().now() + time.toNanos());
    }

    /** How long an answer that was due after {@code time} takes, with what is wrong just now; in the lab's time. */
    Duration delayed(Served one, Duration time) {
        Duration due = options.instant() ? Duration.ZERO : time;
        if (one.fault().orElse(null) instanceof Fault.Slow slow) {
            due = due.plus(slow.more());
        }
        long until = stalledUntil.get();
        long stalled =
                until == Long.MIN_VALUE ? 0 : Math.max(0, until - options.pace().now());
        return due.plusNanos(stalled);
    }

    ServerOptions options() {
        return options;
    }

    private Served find(String model, Variant variant) {
        return served.stream()
                .filter(each -> each.model().name().equals(model) && each.variant() == variant)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the spec has no " + variant.word() + " of model '"
                        + model + "'; it has "
                        + served.stream()
                                .map(each -> each.model().name() + " "
                                        + each.variant().word())
                                .toList()));
    }

    @Override
    public void close() {
        pods.values().forEach(each -> each.forEach(Endpoint::close));
    }
}
