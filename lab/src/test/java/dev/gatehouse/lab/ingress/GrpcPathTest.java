package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.Entrance;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** gRPC arrives with its trailers where every hop carries it, and is refused by the one that does not. */
class GrpcPathTest {
    private static final Loops LOOPS = Loops.start("grpc-path-test", 1);

    @AfterAll
    static void close() {
        LOOPS.close();
    }

    static List<Design> designs() {
        return Designs.all();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void calls_pass_or_are_refused_by_the_hop_that_the_comparison_names(Design design) {
        Topology topology = design.realize(Specs.grpcInference(), Facts.bundled());
        LabOptions atOnce = LabOptions.standard().with(ServerOptions.STANDARD.atOnce());
        try (Lab lab = Lab.start(topology, atOnce)) {
            for (EntryPath path : topology.paths()) {
                for (Model model : topology.spec().modelsOf(path.entry())) {
                    passes(lab, path, model, path.has(HopKind.REST_API));
                }
            }
        }
    }

    private static void passes(Lab lab, EntryPath path, Model model, boolean refused) {
        TestClient client = client(lab, path, model);
        TestClient.Got got = client.post(
                "/inference.GRPCInferenceService/ModelInfer",
                ByteBufUtil.getBytes(Grpc.framed(
                        new Proto().text(1, model.name()).text(3, "call-1").bytes())),
                "content-type: application/grpc",
                "te: trailers",
                "user-agent: grpc-test",
                "x-model: " + model.name());
        client.leave();
        if (refused) {
            assertThat(got.status() + " " + got.header("x-gatehouse-hop") + " " + got.header("x-gatehouse-reason"))
                    .isEqualTo("415 rest-api " + Reason.NO_GRPC.word());
        } else {
            assertThat(got.header("x-model"))
                    .as(path.entry().name() + ": " + got)
                    .isEqualTo(model.name());
            assertThat(got.trailers()).containsEntry("grpc-status", "0");
        }
    }

    private static TestClient client(Lab lab, EntryPath path, Model model) {
        Entrance entrance = lab.entrance(path.entry().name());
        Optional<Identity> shown = lab.topology().needsClientCertificates(path.entry())
                ? Optional.of(lab.authority().client("CN=plant-7,O=Plants"))
                : Optional.empty();
        return entrance.tls()
                ? TestClient.secure(LOOPS, entrance.address(model.name()), entrance.host(), true, shown)
                : TestClient.plain(LOOPS, entrance.address(model.name()), entrance.host(), true);
    }
}
