package dev.gatehouse.model.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.fact.Sheets;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.TwinTopologies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Swapping a hop for an equal one changes nothing: of two components that are not ours, whose sheets are copies of one
 * of ours under two ids, the second in place of the first gives the same answers but for its name.
 */
final class EqualHopLawTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final List<Design> PATHS = DesignSpace.of(FACTS).designs();
    private static final HopKind ONE = new HopKind("twin-one");
    private static final HopKind OTHER = new HopKind("twin-two");

    private static Facts withCopy(HopKind of, HopKind as) {
        String name = "/dev/gatehouse/model/fact/" + of + ".yaml";
        try (InputStream sheet = Objects.requireNonNull(Facts.class.getResourceAsStream(name))) {
            String copy = new String(sheet.readAllBytes(), UTF_8).replace("kind: " + of, "kind: " + as);
            Sheets read = SheetReader.read("copy.yaml", copy.getBytes(UTF_8), FACTS.kinds());
            assertThat(read.findings()).isEmpty();
            return FACTS.with(read.sheets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Design> pathsWith(HopKind kind) {
        return PATHS.stream().filter(path -> path.has(kind)).toList();
    }

    /** Everything that the path comes to, as text, with one name for the hop. */
    private static List<String> told(Topology topology, HopKind hop) {
        return Stream.of(
                        new CellFold(topology).cells().stream(),
                        LimitFold.limits(topology).stream(),
                        Cost.unshared(topology).items().stream(),
                        topology.paths().stream().map(path -> Latency.of(topology, path)),
                        topology.paths().stream().map(path -> Availability.of(topology, path)))
                .flatMap(each -> each)
                .map(each -> each.toString().replace(hop.id(), "the hop"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void two_strangers_with_the_same_sheet_are_equal(PlatformSpec spec) {
        for (HopKind kind : List.of(
                HopKind.HOSTED_ZONE,
                HopKind.GLOBAL_ACCELERATOR,
                HopKind.CLOUDFRONT,
                HopKind.VPC_LINK,
                HopKind.VPC_LINK_V2)) {
            Facts one = withCopy(kind, ONE);
            Facts other = withCopy(kind, OTHER);
            for (Design path : pathsWith(kind)) {
                assertThat(told(TwinTopologies.with(path, kind, ONE, spec, one), ONE))
                        .as(path.id())
                        .isEqualTo(told(TwinTopologies.with(path, kind, OTHER, spec, other), OTHER));
            }
        }
    }
}
