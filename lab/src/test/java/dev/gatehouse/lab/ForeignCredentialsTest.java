package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What opens one entry opens no other: every pair of entries, at either door, under either name in TLS, wherever a hop
 * keeps the token or the certificate that the other asks for. A model that both entries serve is no secret at one's own
 * door: where a layer 4 hop leads straight to it, nobody reads the Host header there.
 */
class ForeignCredentialsTest {
    private static final Site SITE = Site.open("foreign-credentials-test", 1);

    @AfterAll
    static void close() {
        SITE.close();
    }

    static Stream<Arguments> everyDesignWithAGuardedPair() {
        return CrossingTest.everyDesignWithSeveralEntries().filter(arguments -> {
            Topology topology = topology(arguments.get());
            return pairs(topology)
                    .anyMatch(pair -> topology.spec().modelsOf(pair.theirs().entry()).stream()
                            .anyMatch(model -> guarded(topology, pair, model)));
        });
    }

    @SuppressWarnings("unchecked")
    private static Topology topology(Object[] arguments) {
        Design design = ((Named<Design>) arguments[0]).getPayload();
        return design.realize(((Named<PlatformSpec>) arguments[1]).getPayload(), Facts.bundled());
    }

    /** A client of {@code mine} at what is {@code theirs}. */
    private record Pair(EntryPath mine, EntryPath theirs) {}

    private static Stream<Pair> pairs(Topology topology) {
        return topology.paths().stream()
                .flatMap(mine -> topology.paths().stream()
                        .filter(theirs -> !theirs.equals(mine))
                        .map(theirs -> new Pair(mine, theirs)));
    }

    /** Whether something is kept there that clients of {@code mine} don't have. */
    private static boolean guarded(Topology topology, Pair pair, Model model) {
        return isKept(topology, Jwt.class, pair, model) || isKept(topology, MutualTls.class, pair, model);
    }

    private static boolean isKept(Topology topology, Class<? extends Requirement> type, Pair pair, Model model) {
        Optional<? extends Requirement> asked =
                topology.spec().requirement(type, pair.theirs().entry(), model);
        return asked.isPresent()
                && topology.spec().requirement(type, pair.mine().entry()).isEmpty()
                && topology.keepings().stream()
                        .anyMatch(
                                keeping -> keeping.entry().equals(pair.theirs().entry())
                                        && keeping.requirement().equals(asked.get())
                                        && keeping.keeper().isPresent());
    }

    @ParameterizedTest
    @MethodSource("everyDesignWithAGuardedPair")
    void what_opens_one_entry_opens_no_other(Design design, PlatformSpec spec) throws IOException {
        Topology topology = design.realize(spec, Facts.bundled());
        try (Lab lab = Lab.start(topology, UnhurriedLab.AT_ONCE, ModelCluster::start, SITE)) {
            for (Pair pair : pairs(topology).toList()) {
                for (Model model : spec.modelsOf(pair.theirs().entry())) {
                    if (guarded(topology, pair, model)) {
                        opensNothing(lab, pair, model);
                    }
                }
            }
            assertThat(lab.models().answered())
                    .allSatisfy(answered -> assertThat(answered.requests()).isZero());
            for (Pair pair : pairs(topology).toList()) {
                opensItsOwn(lab, pair.theirs());
            }
        }
    }

    private static void opensNothing(Lab lab, Pair pair, Model model) throws IOException {
        Entrance mine = lab.entrance(pair.mine().entry().name());
        Entrance theirs = lab.entrance(pair.theirs().entry().name());
        boolean ours = lab.topology().spec().modelsOf(pair.mine().entry()).contains(model);
        for (Entrance at : ours ? List.of(theirs) : List.of(mine, theirs)) {
            Set<InetSocketAddress> doors = new LinkedHashSet<>(at.addresses().values());
            for (InetSocketAddress door : doors) {
                for (String name : List.of(mine.host(), theirs.host())) {
                    assertThat(reached(lab, pair, at, door, name, theirs.host(), model))
                            .as(pair.mine().entry().name() + " at the door of " + at.entry() + " as " + name)
                            .isNotEqualTo(model.name());
                }
            }
        }
    }

    /** What is refused to others is there for those whose it is. */
    private static void opensItsOwn(Lab lab, EntryPath path) throws IOException {
        Entrance own = lab.entrance(path.entry().name());
        for (Model model : lab.topology().spec().modelsOf(path.entry())) {
            if (model.protocol() == Protocol.HTTP) {
                InetSocketAddress door = own.address(model.name());
                assertThat(reached(lab, new Pair(path, path), own, door, own.host(), own.host(), model))
                        .as(path.entry().name() + " at its own door")
                        .isEqualTo(model.name());
            }
        }
    }

    /** The model that answers; empty where none does or nobody comes in. */
    private static String reached(
            Lab lab, Pair pair, Entrance at, InetSocketAddress door, String name, String host, Model model)
            throws IOException {
        Map<String, String> headers = LabTest.headers(lab, pair.mine(), model);
        headers.put("host", host);
        boolean shows = lab.topology().needsClientCertificates(pair.mine().entry());
        try (Caller caller = Caller.connect(
                door,
                at.tls(),
                name,
                lab.authority().certificate(),
                shows ? Optional.of(lab.authority().client("CN=partner-7,O=Partner")) : Optional.empty())) {
            return caller.call("POST", model.path(), headers, new byte[0]).header("x-model");
        } catch (SSLException | SocketException | EOFException e) {
            return "";
        }
    }
}
