package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.CreatedNetwork;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.ExistingNetwork;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.TargetGroup.Carries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folds the entries' paths into the seam: which ports the last balancers have, and what is behind each. */
final class SeamFold {
    /** The longest name of a Service's port in Kubernetes. */
    private static final int PORT_NAME_LENGTH = 15;

    /** What Envoy says of a call that it does not know, as long as it lives. */
    private static final String UNIMPLEMENTED = "12";

    /** What a server of gRPC may say of a call that it does not know. */
    private static final String ANY_CODE = "0-99";

    private final PlatformSpec spec;
    private final Design design;
    private final List<EntryPath> paths;

    SeamFold(PlatformSpec spec, Design design, List<EntryPath> paths) {
        this.spec = spec;
        this.design = design;
        this.paths = paths;
    }

    Seam seam(List<TimeoutLadder> ladders) {
        List<SeamPort> ports = new ArrayList<>(design.has(HopKind.AMBASSADOR) ? trustPorts() : modelPorts());
        ports.sort(Comparator.comparing(SeamPort::balancer).thenComparing(SeamPort::name));
        return new Seam(balancers(), ports, ladders);
    }

    private List<SeamBalancer> balancers() {
        Set<Hop> hops = new LinkedHashSet<>();
        paths.forEach(path -> path.lastBalancer().ifPresent(hops::add));
        return hops.stream()
                .map(hop -> new SeamBalancer(balancerId(hop), hop))
                .sorted(Comparator.comparing(SeamBalancer::id))
                .toList();
    }

    private static String balancerId(Hop hop) {
        if (!(hop instanceof NetworkLoadBalancer balancer)) {
            return SeamBalancer.APPLICATION;
        }
        return switch (balancer.exposure()) {
            case INTERNET -> "public";
            case INTERNAL -> "private";
            case EDGE -> "edge";
        };
    }

    // ---- with Ambassador: a port per class of trust

    private List<SeamPort> trustPorts() {
        Map<PortClass, List<Entry>> classes = new LinkedHashMap<>();
        for (EntryPath path : paths) {
            classes.computeIfAbsent(portClass(path), key -> new ArrayList<>()).add(path.entry());
        }
        return classes.entrySet().stream()
                .map(entry -> trustPort(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What entries must have in common to share a port. */
    private record PortClass(Hop balancer, Trust trust, boolean clientsSpeakTls, int clientPort) {}

    private PortClass portClass(EntryPath path) {
        Entry entry = path.entry();
        Hop balancer = balancer(path);
        boolean verified = EntryWires.needsCertificates(spec, entry) && !path.has(HopKind.CLOUDFRONT);
        Trust trust = trust(path, verified);
        return new PortClass(
                balancer,
                trust,
                EntryWires.clientsSpeakTls(spec, entry),
                trust.inFront() == Trust.InFront.NOBODY ? clientPort(path) : 0);
    }

    private int clientPort(EntryPath path) {
        return EntryWires.clientPort(spec, path, isShared(path.entrance()));
    }

    /** Whether entries without client certificates enter at this balancer too. */
    private boolean isShared(Hop entrance) {
        return paths.stream()
                .anyMatch(
                        path -> path.entrance().equals(entrance) && !EntryWires.needsCertificates(spec, path.entry()));
    }

    private Hop balancer(EntryPath path) {
        return path.lastBalancer()
                .orElseThrow(() -> new IllegalStateException(design.id() + " has no balancer in front of the cluster"));
    }

    private static Trust trust(EntryPath path, boolean mutualTls) {
        Trust.InFront inFront = path.onPath().stream()
                .flatMap(hop -> inFront(hop.kind()).stream())
                .reduce((outer, inner) -> inner)
                .orElse(Trust.InFront.NOBODY);
        int appending = (int) path.onPath().stream()
                .flatMap(hop -> inFront(hop.kind()).stream())
                .filter(hop -> hop != Trust.InFront.HTTP_API)
                .count();
        return new Trust(inFront, path.entry().reach(), mutualTls, appending);
    }

    private static Optional<Trust.InFront> inFront(HopKind kind) {
        return Stream.of(Trust.InFront.values())
                .filter(hop -> hop.word().equals(kind.id()))
                .findFirst();
    }

    private SeamPort trustPort(PortClass key, List<Entry> entries) {
        boolean direct = key.trust().inFront() == Trust.InFront.NOBODY;
        boolean allEncrypted = entries.stream().anyMatch(entry -> EntryWires.allEncrypted(spec, entry));
        boolean accelerated = direct && isAtEdge(key.balancer());
        boolean verifies = direct && key.trust().mutualTls() && EntryWires.balancerVerifies(spec) && !accelerated;
        boolean passedThrough = accelerated || (direct && key.trust().mutualTls() && !verifies);
        boolean forApi =
                key.trust().inFront() == Trust.InFront.REST_API || key.trust().inFront() == Trust.InFront.HTTP_API;
        boolean application = key.balancer() instanceof ApplicationLoadBalancer;
        boolean terminates = application || (direct ? key.clientsSpeakTls() && !passedThrough : forApi && allEncrypted);
        boolean begunInFront = !direct || key.clientsSpeakTls();
        boolean carries = passedThrough || (allEncrypted && begunInFront);
        String name = name(key);
        int targetPort = targetPort(key);
        boolean tls = carries && terminates;
        List<TargetGroup> groups = carried(key.balancer(), entries).stream()
                .map(each -> new TargetGroup(
                        groupName(name, key.balancer(), each, targetPort, tls),
                        each,
                        targetPort,
                        tls,
                        spec.cluster().ambassador(),
                        spec.name() + "-ambassador",
                        targetPort,
                        direct,
                        each == Carries.GRPC
                                ? HealthCheck.call(targetPort, tls, UNIMPLEMENTED)
                                : HealthCheck.AMBASSADOR))
                .toList();
        return new SeamPort(
                name,
                key.trust(),
                entries.stream().map(Entry::name).toList(),
                Optional.empty(),
                balancerId(key.balancer()),
                direct ? key.clientPort() : application ? firstClientPort(entries) : targetPort,
                terminates,
                verifies,
                carries,
                groups);
    }

    /** Whether AWS's edge calls the balancer: with a TLS listener it would not, or not with the client's address. */
    private static boolean isAtEdge(Hop balancer) {
        return balancer instanceof NetworkLoadBalancer network && network.exposure() == Exposure.EDGE;
    }

    private int firstClientPort(List<Entry> entries) {
        return paths.stream()
                .filter(path -> path.entry().equals(entries.get(0)))
                .mapToInt(this::clientPort)
                .findFirst()
                .orElseThrow();
    }

    /** What a balancer sends for some entries: an ALB has a target group for gRPC and one for all else. */
    private List<Carries> carried(Hop balancer, List<Entry> entries) {
        if (balancer instanceof NetworkLoadBalancer) {
            return List.of(Carries.BYTES);
        }
        List<Carries> carried = entries.stream()
                .flatMap(entry -> spec.modelsOf(entry).stream())
                .map(SeamFold::carried)
                .distinct()
                .sorted()
                .toList();
        return carried.isEmpty() ? List.of(Carries.HTTP) : carried;
    }

    private static Carries carried(Model model) {
        return model.protocol() == Protocol.GRPC ? Carries.GRPC : Carries.HTTP;
    }

    private static String name(PortClass key) {
        String clients = key.trust().mutualTls() ? "-mtls" : "";
        return switch (key.trust().inFront()) {
            case REST_API -> "rest" + clients;
            case HTTP_API -> "api" + clients;
            case CLOUDFRONT -> "cdn";
            case APPLICATION_LOAD_BALANCER -> "alb" + clients;
            case NOBODY -> {
                String edge = key.trust().reach() == Entry.Reach.VPC ? "vpc" : "edge";
                if (!key.clientsSpeakTls()) {
                    yield edge + "-http";
                }
                boolean usual = key.clientPort() == 443 || key.clientPort() == 8443;
                yield edge + clients + (usual ? "" : "-" + key.clientPort());
            }
        };
    }

    private static int targetPort(PortClass key) {
        boolean mutualTls = key.trust().mutualTls();
        return switch (key.trust().inFront()) {
            case REST_API -> mutualTls ? PortNumbers.REST_MTLS : PortNumbers.REST;
            case HTTP_API -> mutualTls ? PortNumbers.HTTP_API_MTLS : PortNumbers.HTTP_API;
            case CLOUDFRONT -> PortNumbers.CLOUDFRONT;
            case APPLICATION_LOAD_BALANCER -> mutualTls ? PortNumbers.ALB_MTLS : PortNumbers.ALB;
            case NOBODY -> {
                if (mutualTls) {
                    yield PortNumbers.passedThrough(key.clientPort());
                }
                boolean vpc = key.trust().reach() == Entry.Reach.VPC;
                yield vpc ? key.clientsSpeakTls() ? PortNumbers.VPC : PortNumbers.VPC_HTTP : PortNumbers.EDGE;
            }
        };
    }

    // ---- without Ambassador: a port per model

    private List<SeamPort> modelPorts() {
        Map<String, Integer> numbers =
                PortNumbers.ofModels(spec.models().stream().map(Model::name).toList());
        List<SeamPort> ports = new ArrayList<>();
        for (Model model : spec.models()) {
            Map<Hop, List<EntryPath>> served = new LinkedHashMap<>();
            paths.stream()
                    .filter(path -> model.entries().contains(path.entry().name()))
                    .forEach(path -> served.computeIfAbsent(balancer(path), key -> new ArrayList<>())
                            .add(path));
            served.forEach((balancer, those) ->
                    ports.add(modelPort(model, balancer, those, numbers.getOrDefault(model.name(), 0))));
        }
        return ports;
    }

    private SeamPort modelPort(Model model, Hop balancer, List<EntryPath> served, int number) {
        EntryPath first = served.get(0);
        boolean application = balancer instanceof ApplicationLoadBalancer;
        boolean allEncrypted = served.stream().anyMatch(path -> EntryWires.allEncrypted(spec, path.entry()));
        boolean tls = model.service().tls();
        Carries carries = application ? carried(model) : Carries.BYTES;
        int targetPort = model.service().port();
        TargetGroup group = new TargetGroup(
                groupName(model.name(), balancer, carries, targetPort, tls),
                carries,
                targetPort,
                tls,
                model.service().namespace(),
                model.service().name(),
                targetPort,
                false,
                switch (carries) {
                    case BYTES -> HealthCheck.connection(targetPort);
                    case HTTP -> HealthCheck.answer(targetPort, tls);
                    case GRPC -> HealthCheck.call(targetPort, tls, ANY_CODE);
                });
        return new SeamPort(
                portName(model.name()),
                trust(first, false),
                served.stream().map(path -> path.entry().name()).toList(),
                Optional.of(model.name()),
                balancerId(balancer),
                application ? clientPort(first) : number,
                application || tls || allEncrypted,
                false,
                tls,
                List.of(group));
    }

    private static String portName(String model) {
        if (model.length() <= PORT_NAME_LENGTH) {
            return model;
        }
        String hashed = TargetGroupNames.of(List.of(model), List.of());
        return model.substring(0, 6) + hashed.substring(hashed.length() - 9);
    }

    private String groupName(String port, Hop hop, Carries carries, int targetPort, boolean tls) {
        List<String> replacing = new ArrayList<>(List.of(
                design.id(),
                hop instanceof NetworkLoadBalancer ? "network" : "application",
                scheme(hop),
                "ip",
                carries.protocol(tls),
                String.valueOf(targetPort),
                vpc()));
        if (!carries.version().isEmpty()) {
            replacing.add(carries.version());
        }
        return TargetGroupNames.of(List.of(spec.name(), port), replacing);
    }

    private static String scheme(Hop hop) {
        return hop instanceof ApplicationLoadBalancer balancer
                ? balancer.exposure().scheme()
                : ((NetworkLoadBalancer) hop).exposure().scheme();
    }

    private String vpc() {
        if (spec.network() instanceof ExistingNetwork existing) {
            return existing.vpc();
        }
        return spec.network() instanceof CreatedNetwork created ? created.range() : "parameter";
    }
}
