package dev.gatehouse.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.testing.Specs;
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelServerTest {
    /** What came back; status 0 where the connection broke. */
    private record Got(int status, String text, String model, String variant, long serviceMicros) {}

    private static Got get(InetSocketAddress address, String target, String... headers) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + address.getPort() + target)
                            .toURL()
                            .openConnection();
            connection.setReadTimeout(20_000);
            connection.setRequestProperty("Connection", "close");
            for (String header : headers) {
                connection.setRequestProperty(
                        header.substring(0, header.indexOf(':')),
                        header.substring(header.indexOf(':') + 1).strip());
            }
            int status = connection.getResponseCode();
            var in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Got(
                    status,
                    text,
                    String.valueOf(connection.getHeaderField("x-model")),
                    String.valueOf(connection.getHeaderField("x-variant")),
                    connection.getHeaderFieldLong("x-service-time-us", -1));
        } catch (IOException e) {
            return new Got(0, "", "", "", -1);
        }
    }

    private static ModelServer start(PlatformSpec spec, Loops loops, ServerOptions options) {
        return ModelServer.start(spec, loops, Authority.create("lab"), options);
    }

    static List<PlatformSpec> specs() {
        return List.copyOf(Specs.byName().values());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void every_service_of_a_spec_has_a_port(PlatformSpec spec) {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(spec, loops, ServerOptions.STANDARD)) {
            for (Model model : spec.models()) {
                assertThat(server.address(model.service()).getPort()).isPositive();
                model.canary()
                        .ifPresent(canary -> assertThat(
                                        server.address(canary.service()).getPort())
                                .isPositive());
            }
            assertThat(server.answered())
                    .hasSizeGreaterThanOrEqualTo(spec.models().size());
        }
    }

    @Test
    void an_answer_is_as_large_as_the_spec_or_the_request_says_and_tells_who_gave_it() {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD.atOnce())) {
            InetSocketAddress address =
                    server.address(Specs.iris().models().get(0).service());

            Got usual = get(address, "/v2/models/iris/infer");
            Got large = get(address, "/v2/models/iris/infer", ModelServer.SIZE + ": 4 MB");

            assertThat(usual.text()).hasSize(1_000).startsWith("{\"model_name\":\"iris\"");
            assertThat(usual.model()).isEqualTo("iris");
            assertThat(usual.variant()).isEqualTo("base");
            assertThat(large.text()).hasSize(4_000_000);
            assertThat(server.answered()).containsExactly(new Answered("iris", Variant.BASE, 2, 2));
        }
    }

    @Test
    void the_same_request_takes_the_same_time_on_every_server() {
        String number = ModelServer.NUMBER + ": 4711";
        long[] micros = new long[2];
        for (int i = 0; i < 2; i++) {
            try (Loops loops = Loops.start("models", 1);
                    ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD.with(Pace.times(1_000)))) {
                InetSocketAddress address =
                        server.address(Specs.iris().models().get(0).service());
                for (int before = 0; before < i; before++) {
                    get(address, "/v2/models/iris/infer");
                }
                micros[i] = get(address, "/v2/models/iris/infer", number).serviceMicros();
            }
        }
        assertThat(micros[0]).isPositive().isEqualTo(micros[1]);
    }

    @Test
    void faults_happen_until_they_are_healed() {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD.atOnce())) {
            InetSocketAddress address =
                    server.address(Specs.iris().models().get(0).service());

            server.set("iris", Variant.BASE, new Fault.Fail(503));
            assertThat(get(address, "/v2/models/iris/infer").status()).isEqualTo(503);
            server.set("iris", Variant.BASE, new Fault.Reset());
            assertThat(get(address, "/v2/models/iris/infer").status()).isZero();
            server.set("iris", Variant.BASE, new Fault.Slow(Duration.ofMillis(300)));
            long began = System.nanoTime();
            assertThat(get(address, "/v2/models/iris/infer").status()).isEqualTo(200);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(300_000_000);
            server.heal();
            server.stall(Duration.ofMillis(300));
            began = System.nanoTime();
            assertThat(get(address, "/v2/models/iris/infer").status()).isEqualTo(200);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(250_000_000);
            assertThat(server.answered("iris", Variant.BASE).answers()).isEqualTo(2);
            assertThat(server.answered("iris", Variant.BASE).requests())
                    .as("this client repeats a GET whose connection breaks")
                    .isBetween(4L, 5L);
        }
    }

    @Test
    void a_variant_that_is_not_there_is_told() {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD)) {
            assertThatThrownBy(() -> server.set("iris", Variant.CANARY, new Fault.Hang()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the spec has no canary of model 'iris'; it has [iris base]");
        }
    }

    @Test
    void a_stream_has_the_pieces_that_are_asked_for() {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.llmGateway(), loops, ServerOptions.STANDARD.with(Pace.times(1_000)))) {
            InetSocketAddress address =
                    server.address(Specs.llmGateway().models().get(0).service());

            Got got = get(
                    address,
                    "/v1/chat/completions",
                    ModelServer.TIME + ": 2 s",
                    ModelServer.GAP + ": 5 s",
                    ModelServer.WHOLE + ": 120 s");

            assertThat(got.text().lines().filter(line -> line.startsWith("data: {")))
                    .hasSize(24);
            assertThat(got.text()).endsWith("data: [DONE]\n\n");
        }
    }

    @Test
    void the_open_inference_protocol_is_spoken() {
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD.atOnce())) {
            InetSocketAddress address =
                    server.address(Specs.iris().models().get(0).service());

            assertThat(get(address, "/v2/health/live").status()).isEqualTo(200);
            assertThat(get(address, "/v2/health/ready").status()).isEqualTo(200);
            assertThat(get(address, "/v2").text()).contains("\"name\":\"gatehouse-lab\"");
            assertThat(get(address, "/v2/models/iris").text()).contains("\"datatype\":\"FP32\"");
            assertThat(get(address, "/v2/models/iris/ready").status()).isEqualTo(200);
            assertThat(get(address, "/v2/models/rose").status()).isEqualTo(404);
            assertThat(server.answered("iris", Variant.BASE).answers()).isZero();
        }
    }

    @Test
    void a_real_client_library_gets_an_inference() throws IOException, InterruptedException {
        String script = """
                import sys, numpy, tritonclient.http as http
                client = http.InferenceServerClient(sys.argv[1])
                assert client.is_server_live() and client.is_server_ready() and client.is_model_ready("iris")
                assert client.get_model_metadata("iris")["platform"] == "gatehouse_lab"
                for binary in (False, True):
                    given = http.InferInput("input", [1, 4], "FP32")
                    given.set_data_from_numpy(numpy.ones((1, 4), dtype=numpy.float32), binary_data=binary)
                    got = client.infer("iris", [given], request_id="call-1")
                    assert got.get_response()["id"] == "call-1"
                    print(got.as_numpy("output").dtype, got.as_numpy("output").shape[0])
                """;
        try (Loops loops = Loops.start("models", 1);
                ModelServer server = start(Specs.iris(), loops, ServerOptions.STANDARD.atOnce())) {
            InetSocketAddress address =
                    server.address(Specs.iris().models().get(0).service());
            Process client = new ProcessBuilder(
                            Tool.TRITON_CLIENT.path().toString(), "-c", script, "127.0.0.1:" + address.getPort())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).isEqualTo("float32 1\nfloat32 1\n");
        }
    }
}
