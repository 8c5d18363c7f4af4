package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform spec on the path of a design. Immutable; everything derived is computed once, when it is made. */
public final class Topology {
    /** The header in which a REST API hands the subject of a verified client certificate to the hop behind it. */
    public static final String CERTIFICATE_SUBJECT_HEADER = "x-client-certificate-subject";

    private final Design design;
    private final List<Hop> hops;
    private final PlatformSpec spec;
    private final Facts facts;
    private final List<EntryPath> paths;
    private final Seam seam;
    private final List<Keeping> keepings;

    private Topology(Design design, List<Hop> hops, PlatformSpec spec, Facts facts) {
        this.design = design;
        this.hops = hops;
        this.spec = spec;
        this.facts = facts;
        this.paths = spec.entries().stream().map(entry -> path(entry, hops)).toList();
        LadderFold ladders = new LadderFold(facts);
        this.seam = new SeamFold(spec, design, paths)
                .seam(spec.models().stream()
                        .map(model -> ladders.ladder(model, hops))
                        .toList());
        Known known = known();
        this.keepings = paths.stream()
                .flatMap(path -> new KeeperSearch(known, path, clientPort(path.entry())).keepings().stream())
                .toList();
    }

    static Topology of(Design design, List<Hop> hops, PlatformSpec spec, Facts facts) {
        return new Topology(design, List.copyOf(hops), spec, facts);
    }

    /** The named path. */
    public Design design() {
        return design;
    }

    /** Every hop of the design's own path, edge first. */
    public List<Hop> hops() {
        return hops;
    }

    /** The platform. */
    public PlatformSpec spec() {
        return spec;
    }

    /** What was known of the components when this was made. */
    public Facts facts() {
        return facts;
    }

    /** What answers about this topology are judged by. */
    public Known known() {
        return new Known(spec, facts);
    }

    /** The way of each entry's requests, in the order of the spec. */
    public List<EntryPath> paths() {
        return paths;
    }

    /**
     * The way of an entry's requests.
     *
     * @throws IllegalArgumentException if the entry is not one of the spec's
     */
    public EntryPath path(Entry entry) {
        return paths.stream()
                .filter(path -> path.entry().equals(entry))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry '" + entry.name() + "' in " + spec.name()));
    }

    /** The hop of that type on the design's own path, if there is one. */
    public <H extends Hop> Optional<H> hop(Class<H> type) {
        return hops.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The hop on the path in front of {@code hop}, if bytes pass through one. */
    public Optional<Hop> before(Hop hop) {
        List<Hop> onPath =
                hops.stream().filter(each -> each.stance() == Stance.ON_PATH).toList();
        int at = onPath.indexOf(hop);
        return at > 0 ? Optional.of(onPath.get(at - 1)) : Optional.empty();
    }

    /** Where the AWS side hands over to the cluster. */
    public Seam seam() {
        return seam;
    }

    /** Who keeps each promise that a single hop can keep, entry by entry, in the order of the spec. */
    public List<Keeping> keepings() {
        return keepings;
    }

    /**
     * Who keeps {@code requirement} on {@code entry}; empty if it is not asked there or no single hop could keep it.
     */
    public Optional<Keeping> keeping(Requirement requirement, Entry entry) {
        return keepings.stream()
                .filter(keeping -> keeping.requirement().equals(requirement)
                        && keeping.entry().equals(entry))
                .findFirst();
    }

    /** The promises that a hop keeps: it emits settings for these and for no others. */
    public List<Duty> duties(HopKind hop) {
        return keepings.stream()
                .filter(keeping -> keeping.keeper().equals(Optional.of(hop)))
                .map(keeping -> new Duty(keeping.requirement(), keeping.entry()))
                .toList();
    }

    /** Whether a hop keeps a promise of that type on an entry. */
    public boolean keeps(HopKind hop, Class<? extends Requirement> type, Entry entry) {
        return duties(hop).stream()
                .anyMatch(duty ->
                        type.isInstance(duty.requirement()) && duty.entry().equals(entry));
    }

    /** What each wire of an entry's path carries, edge first; the first is what the client sends. */
    public List<Wire> wires(Entry entry) {
        return new WireFold(spec, seam).wires(path(entry));
    }

    /** Whether clients of an entry speak TLS: always on a public one; inside the VPC where there is a certificate. */
    public boolean clientsSpeakTls(Entry entry) {
        return EntryWires.clientsSpeakTls(spec, entry);
    }

    /** Whether clients of an entry must show a certificate. */
    public boolean needsClientCertificates(Entry entry) {
        return EntryWires.needsCertificates(spec, entry);
    }

    /**
     * The header in which Ambassador finds the subject of a client certificate that a hop in front of it has verified:
     * the hop's own, or ours where the hop must be told to set one. Empty where nobody in front verifies or hands on.
     */
    public Optional<String> certificateHeader(Entry entry) {
        return certificateKeeper(entry)
                .flatMap(keeper -> known().fact(keeper, "hands-on-certificate")
                        .flatMap(Fact::by)
                        .or(() -> certificateVariable(entry).map(variable -> CERTIFICATE_SUBJECT_HEADER)));
    }

    /**
     * What a hop in front of Ambassador must copy into {@link #CERTIFICATE_SUBJECT_HEADER} after it has verified a
     * client certificate, as it names it; empty where there is nothing to copy.
     */
    public Optional<String> certificateVariable(Entry entry) {
        return certificateKeeper(entry)
                .flatMap(keeper -> known().fact(keeper, "offers-certificate"))
                .flatMap(Fact::by);
    }

    private Optional<HopKind> certificateKeeper(Entry entry) {
        return spec.requirement(MutualTls.class, entry)
                .flatMap(requirement -> keeping(requirement, entry))
                .flatMap(Keeping::keeper)
                .filter(keeper -> !keeper.equals(HopKind.AMBASSADOR));
    }

    /**
     * Whether requests of an entry pass when the firewall can't be asked: if the balancer that it is attached to can be
     * told so, and every block of {@code web-firewall} asks for it, since the balancer has one setting for all.
     */
    public boolean firewallFailsOpen(Entry entry) {
        List<WebFirewall> blocks = spec.requirements(WebFirewall.class);
        return !blocks.isEmpty()
                && blocks.stream().allMatch(block -> block.whenFirewallFails() == WebFirewall.WhenFirewallFails.ALLOW)
                && path(entry)
                        .hop(WebAcl.class)
                        .flatMap(acl -> known().fact(acl.attachedTo(), "fail-open"))
                        .isPresent();
    }

    /** Whether every wire from the entry to its models must be encrypted. */
    public boolean allEncrypted(Entry entry) {
        return EntryWires.allEncrypted(spec, entry);
    }

    /**
     * The port that clients of an entry call: 443; 80 inside the VPC without a certificate; for an entry with mutual
     * TLS on a balancer that also serves others its own port, 8443 unless the spec says else. Where a private NLB has a
     * port per model, clients inside the VPC call {@link SeamPort#port} of the model instead.
     */
    public int clientPort(Entry entry) {
        EntryPath own = path(entry);
        boolean shared = paths.stream()
                .anyMatch(path ->
                        path.entrance().equals(own.entrance()) && !EntryWires.needsCertificates(spec, path.entry()));
        return EntryWires.clientPort(spec, own, shared);
    }

    private static EntryPath path(Entry entry, List<Hop> hops) {
        if (entry.isPublic()) {
            return new EntryPath(entry, hops);
        }
        List<Hop> inside = new ArrayList<>();
        Optional<Hop> last = new EntryPath(entry, hops).lastBalancer();
        inside.add(last.filter(NetworkLoadBalancer.class::isInstance)
                .map(NetworkLoadBalancer.class::cast)
                .filter(own -> own.exposure() == Exposure.INTERNAL)
                .orElseGet(Components::privateBalancer));
        int behind = last.map(hops::indexOf).orElse(-1) + 1;
        inside.addAll(hops.subList(behind, hops.size()));
        return new EntryPath(entry, inside);
    }
}
