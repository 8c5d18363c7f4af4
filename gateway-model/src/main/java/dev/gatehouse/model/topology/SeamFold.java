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
        if (hop instanceof NetworkLoadBalancer balancer) {
            return balancer.exposure() == Exposure.INTERNET ? "public" : "private";
        }
        return SeamBalancer.APPLICATION;
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
        Trust trust = trust(path, EntryWires.needsCertificates(spec, entry));
        boolean asCalled = trust.inFront() == Trust.InFront.NOBODY || balancer instanceof ApplicationLoadBalancer;
        return new PortClass(
                balancer,
                trust,
                EntryWires.clientsSpeakTls(spec, entry),
                asCalled ? EntryWires.clientPort(spec, entry, isShared(path.entrance())) : 0);
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
        boolean verifies = direct && key.trust().mutualTls() && EntryWires.balancerVerifies(spec);
        boolean passedThrough = direct && key.trust().mutualTls() && !verifies;
        boolean forApi =
                key.trust().inFront() == Trust.InFront.REST_API || key.trust().inFront() == Trust.InFront.HTTP_API;
        boolean application = key.balancer() instanceof ApplicationLoadBalancer;
        boolean terminates = application || (direct ? key.clientsSpeakTls() && !passedThrough : forApi && allEncrypted);
        boolean begunInFront = !direct || key.clientsSpeakTls();
        boolean carries = passedThrough || (allEncrypted && begunInFront);
        String name = name(key);
        int targetPort = targetPort(key);
        int port = direct || application ? key.clientPort() : targetPort;
        TargetGroup group = new TargetGroup(
                groupName(name, key.balancer(), targetPort, carries && terminates),
                targetPort,
                carries && terminates,
                spec.cluster().ambassador(),
                spec.name() + "-ambassador",
                targetPort,
                direct,
                HealthCheck.AMBASSADOR);
        return new SeamPort(
                name,
                key.trust(),
                entries.stream().map(Entry::name).toList(),
                Optional.empty(),
                balancerId(key.balancer()),
                port,
                terminates,
                verifies,
                carries,
                group);
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
        int port = application ? EntryWires.clientPort(spec, first.entry(), isShared(first.entrance())) : number;
        boolean allEncrypted = served.stream().anyMatch(path -> EntryWires.allEncrypted(spec, path.entry()));
        boolean tls = model.service().tls();
        TargetGroup group = new TargetGroup(
                groupName(model.name(), balancer, model.service().port(), tls),
                model.service().port(),
                tls,
                model.service().namespace(),
                model.service().name(),
                model.service().port(),
                false,
                HealthCheck.connection(model.service().port()));
        return new SeamPort(
                portName(model.name()),
                trust(first, false),
                served.stream().map(path -> path.entry().name()).toList(),
                Optional.of(model.name()),
                balancerId(balancer),
                port,
                application || tls || allEncrypted,
                false,
                tls,
                group);
    }

    private static String portName(String model) {
        if (model.length() <= PORT_NAME_LENGTH) {
            return model;
        }
        String hashed = TargetGroupNames.of(List.of(model), List.of());
        return model.substring(0, 6) + hashed.substring(hashed.length() - 9);
    }

    private String groupName(String port, Hop hop, int targetPort, boolean tls) {
        boolean network = hop instanceof NetworkLoadBalancer;
        Exposure exposure = hop instanceof NetworkLoadBalancer balancer
                ? balancer.exposure()
                : ((ApplicationLoadBalancer) hop).exposure();
        return TargetGroupNames.of(
                List.of(spec.name(), port),
                List.of(
                        design.id(),
                        network ? "network" : "application",
                        exposure.scheme(),
                        "ip",
                        network ? (tls ? "TLS" : "TCP") : (tls ? "HTTPS" : "HTTP"),
                        String.valueOf(targetPort),
                        vpc()));
    }

    private String vpc() {
        if (spec.network() instanceof ExistingNetwork existing) {
            return existing.vpc();
        }
        return spec.network() instanceof CreatedNetwork created ? created.range() : "parameter";
    }
}
