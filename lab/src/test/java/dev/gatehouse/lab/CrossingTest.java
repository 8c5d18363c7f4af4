package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody reaches by one entry's door what only another entry may: every pair of entries, both ways. */
class CrossingTest {
    private static final Site SITE = Site.open("crossing-test", 1);

    @AfterAll
    static void close() {
        SITE.close();
    }

    static Stream<Arguments> everyDesignWithSeveralEntries() {
        return Specs.byName().entrySet().stream()
                .filter(spec -> spec.getValue().entries().size() > 1)
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(design.id(), design), Named.of(spec.getKey(), spec.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("everyDesignWithSeveralEntries")
    void no_entry_leads_to_what_only_another_may(Design design, PlatformSpec spec) throws IOException {
        Topology topology = design.realize(spec, Facts.bundled());
        try (Lab lab = Lab.start(topology, LabOptions.standard(), EchoCluster::new, SITE)) {
            for (EntryPath mine : topology.paths()) {
                for (EntryPath other : topology.paths()) {
                    if (!mine.equals(other)) {
                        crosses(lab, mine, other);
                    }
                }
            }
        }
    }

    private static void crosses(Lab lab, EntryPath mine, EntryPath other) throws IOException {
        PlatformSpec spec = lab.topology().spec();
        List<Model> foreign = spec.modelsOf(other.entry()).stream()
                .filter(model -> !model.entries().contains(mine.entry().name()))
                .toList();
        for (InetSocketAddress door :
                List.copyOf(lab.entrance(mine.entry().name()).addresses().values())) {
            boolean shared = lab.entrance(other.entry().name()).addresses().containsValue(door);
            for (Model model : foreign) {
                assertThat(reached(lab, mine, door, mine.entry().host(), model)).isNotEqualTo(model.name());
                if (!shared) {
                    assertThat(reached(lab, mine, door, other.entry().host(), model))
                            .as(mine.entry().name() + " as " + other.entry().name() + " at " + kinds(mine))
                            .isNotEqualTo(model.name());
                }
            }
        }
    }

    /** What answers a client of {@code mine} that asks for another host and model; with its own name in TLS. */
    private static String reached(Lab lab, EntryPath mine, InetSocketAddress door, String host, Model model)
            throws IOException {
        Entrance entrance = lab.entrance(mine.entry().name());
        Map<String, String> headers = LabTest.headers(lab, mine, model);
        headers.put("host", host);
        boolean shows = lab.topology().needsClientCertificates(mine.entry());
        try (Caller caller = Caller.connect(
                door,
                entrance.tls(),
                entrance.host(),
                lab.authority().certificate(),
                shows ? Optional.of(lab.authority().client("CN=partner-7,O=Partner")) : Optional.empty())) {
            return caller.call("GET", model.path(), headers, new byte[0]).header("x-model");
        }
    }

    private static List<String> kinds(EntryPath path) {
        return path.onPath().stream().map(Hop::kind).map(String::valueOf).toList();
    }

    static Stream<Arguments> everyDesignWithMutualTls() {
        return everyDesignWithSeveralEntries().filter(arguments -> {
            PlatformSpec spec = (PlatformSpec) ((Named<?>) arguments.get()[1]).getPayload();
            Design design = (Design) ((Named<?>) arguments.get()[0]).getPayload();
            Topology topology = design.realize(spec, Facts.bundled());
            return spec.entries().stream().anyMatch(entry -> verified(topology, entry));
        });
    }

    private static boolean verified(Topology topology, Entry entry) {
        return topology.needsClientCertificates(entry)
                && topology.keepings().stream()
                        .anyMatch(keeping -> keeping.entry().equals(entry)
                                && keeping.requirement().word().equals("mutual-tls")
                                && keeping.keeper().isPresent());
    }

    @ParameterizedTest
    @MethodSource("everyDesignWithMutualTls")
    void only_certificates_of_the_trusted_authority_come_in(Design design, PlatformSpec spec) throws IOException {
        Topology topology = design.realize(spec, Facts.bundled());
        try (Lab lab = Lab.start(topology, LabOptions.standard(), EchoCluster::new, SITE)) {
            for (EntryPath path : topology.paths()) {
                if (verified(topology, path.entry())) {
                    onlyTrusted(lab, path);
                }
            }
        }
    }

    private static void onlyTrusted(Lab lab, EntryPath path) throws IOException {
        Model model = lab.topology().spec().modelsOf(path.entry()).get(0);
        Entrance entrance = lab.entrance(path.entry().name());
        for (Optional<Identity> bad : List.of(
                Optional.<Identity>empty(),
                Optional.of(Authority.create("stranger").client("CN=partner-7,O=Partner")))) {
            assertThat(comesIn(lab, entrance, model, bad)).isFalse();
        }
        try (Caller caller = Caller.of(lab, path.entry().name(), model.name())) {
            Caller.Answer answer = caller.call("GET", model.path(), LabTest.headers(lab, path, model), new byte[0]);
            assertThat(answer.header("x-port")).isNotEmpty();
            lab.topology()
                    .certificateHeader(path.entry())
                    .ifPresent(header ->
                            assertThat(answer.header("echo-" + header)).contains("CN=partner-7"));
        }
    }

    private static boolean comesIn(Lab lab, Entrance entrance, Model model, Optional<Identity> shown)
            throws IOException {
        try (Caller caller = Caller.connect(
                entrance.address(model.name()),
                true,
                entrance.host(),
                lab.authority().certificate(),
                shown)) {
            caller.get(model.path());
            return true;
        } catch (SSLException | SocketException | EOFException e) {
            return false;
        }
    }
}
