package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.InferenceMethod;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.Tool;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Models that speak gRPC and WebSockets in a whole run: through a design that carries them, one that refuses, direct.
 */
class ProtocolsInRoundsTest {
    private static final String CARRIES = "nlb-ambassador";
    private static final String REFUSES = "apigateway-nlb-ambassador";
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: small
            region: eu-west-1
            entries: { public: { host: models.example.org } }
            models:
              iris:
                service: iris.serving:8080
                path: /v2/models/iris/
                answers: { p99: 5 ms, at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
              fraud:
                service: fraud.serving:8001
                path: /inference.GRPCInferenceService/
                protocol: grpc
                headers: { x-model: fraud }
                answers: { p99: 5 ms, at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 20 KB, response: 4 KB }
                canary: { service: fraud-v2.serving:8001, share: 50 % }
              chat:
                service: chat.serving:8001
                path: /chat.Chat/Talk
                protocol: grpc
                stream: { first-token: 50 ms, longest-gap: 20 ms, at-most: 5 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
              voice:
                service: voice.serving:8000
                path: /v1/realtime
                protocol: websocket
                load: { average: 10/s, peak: 20/s, request: 200 KB, response: 1 KB }
            """;

    @TempDir
    Path folder;

    private final PlatformSpec spec =
            SpecReader.read("spec.yaml", SPEC.getBytes(UTF_8)).spec().orElseThrow();

    /** With a real Envoy for the ingress too; without one that is skipped, and a line says so. */
    @ParameterizedTest
    @EnumSource
    void every_call_of_every_protocol_is_sent_to_every_contestant_and_accounted_for(Engine engine) throws IOException {
        if (engine == Engine.ENVOY) {
            Tool.ENVOY.path();
        }
        Plan plan = plan(List.of(
                Contestant.live(CARRIES, CARRIES),
                Contestant.live(REFUSES, REFUSES),
                Contestant.live("direct", "direct"),
                Contestant.live("nobody", "nobody")));
        RunFolder run;
        try (Lab carries = lab(CARRIES, engine);
                Lab refuses = lab(REFUSES, engine)) {
            run = run(
                    plan,
                    Stream.of(calls(carries), calls(refuses), direct(carries), nobody())
                            .flatMap(List::stream)
                            .toList());
        }

        Map<String, Long> sent = schedule(plan).arrivals().stream()
                .collect(Collectors.groupingBy(arrival -> arrival.traffic().model(), Collectors.counting()));
        assertThat(sent).containsOnlyKeys("iris", "fraud", "chat", "voice");
        assertThat(run.complete()).hasSize(4);
        for (Round round : run.complete()) {
            round.runs()
                    .forEach((name, each) ->
                            assertThat(each.recording().tally().sent()).as(name).isEqualTo(each.scheduled()));
            for (String whole : List.of(CARRIES, "direct")) {
                Tally tally = round.run(whole).recording().tally();
                assertThat(tally.failed()).as(whole).isEmpty();
                assertThat(tally.timedOut()).as(whole).isZero();
                assertThat(tally.counts())
                        .containsEntry("stream/chat/whole", sent.getOrDefault("chat", 0L))
                        .doesNotContainKey("stream/chat/truncated");
                assertThat(round.run(whole)
                                .recording()
                                .histogram(Timing.FIRST_TOKEN)
                                .getTotalCount())
                        .isEqualTo(sent.getOrDefault("chat", 0L) + sent.getOrDefault("voice", 0L));
            }
            Tally canary = round.run(CARRIES).recording().tally();
            assertThat(canary.counts().getOrDefault("variant/fraud/base", 0L)
                            + canary.counts().getOrDefault("variant/fraud/canary", 0L))
                    .isEqualTo(sent.getOrDefault("fraud", 0L));
            assertThat(canary.counts().getOrDefault("variant/fraud/canary", 0L)).isPositive();
            assertThat(round.run(REFUSES).recording().tally().failed())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            Failure.status(415, "rest-api"),
                            sent.getOrDefault("fraud", 0L) + sent.getOrDefault("chat", 0L),
                            Failure.status(403, "rest-api"),
                            sent.getOrDefault("voice", 0L)));
            assertThat(round.run("nobody").recording().tally().failed())
                    .containsExactly(Map.entry(Failure.connect(Failure.UNKNOWN), (long)
                            schedule(plan).arrivals().size()));
        }
        assertThat(shownByGatling())
                .contains(CARRIES + " / fraud", REFUSES + " / voice", "status-415@rest-api", "direct / chat");
    }

    @Test
    void a_turn_has_connections_of_its_own() throws IOException {
        Map<Object, Set<String>> asked = new ConcurrentHashMap<>();
        AtomicInteger calls = new AtomicInteger();
        Plan plan = plan(List.of(Contestant.live("one", "one"), Contestant.live("other", "other")));
        Loops loops = Loops.start("protocols-test", 1);
        try (Endpoint server = loops.listen(
                channel -> HttpServing.with(() -> new Counts(asked, calls)).cleartext(channel.pipeline()))) {
            List<Call> all = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                for (Model model : spec.models()) {
                    Protocol protocol = model.protocol() == Protocol.GRPC ? Protocol.GRPC : Protocol.HTTP;
                    String url = "http://127.0.0.1:" + server.address().getPort() + InferenceMethod.path(model);
                    all.add(call(name, model, protocol, url, "", Map.of("x-contestant", name), "unknown"));
                }
            }
            RunFolder run = run(plan, all);

            int scheduled = schedule(plan).arrivals().size();
            assertThat(calls).as("practice and two rounds of two turns").hasValue(scheduled * 6);
            assertThat(asked.values()).allSatisfy(names -> assertThat(names).hasSize(1));
            assertThat(asked.size()).isBetween(6, scheduled * 6 - 1);
            assertThat(run.complete())
                    .allSatisfy(round -> assertThat(
                                    round.run("one").recording().tally().ok())
                            .isEqualTo(scheduled));
        } finally {
            loops.close();
        }
    }

    /** Answers everything well, and notes which connection whom asked. */
    private static final class Counts extends SimpleChannelInboundHandler<HttpObject> {
        private final Map<Object, Set<String>> asked;
        private final AtomicInteger calls;
        private boolean grpc;

        Counts(Map<Object, Set<String>> asked, AtomicInteger calls) {
            this.asked = asked;
            this.calls = calls;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpRequest request) {
                grpc = Grpc.is(request.headers().get("content-type", ""));
                Object connection = grpc
                        ? context.channel().parent().id()
                        : context.channel().id();
                asked.computeIfAbsent(connection, none -> ConcurrentHashMap.newKeySet())
                        .add(request.headers().get("x-contestant"));
                calls.incrementAndGet();
            }
            if (part instanceof LastHttpContent) {
                DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Grpc.framed(new byte[8]));
                if (grpc) {
                    answer.headers().set("content-type", Grpc.CONTENT_TYPE);
                    answer.trailingHeaders().set("grpc-status", "0");
                } else {
                    answer.headers().set("content-length", answer.content().readableBytes());
                }
                context.writeAndFlush(answer);
            }
        }
    }

    private Plan plan(List<Contestant> contestants) {
        return Plan.of("small", "0".repeat(64))
                .contestants(contestants)
                .rate(Rate.ofPerSecond(120))
                .duration(Duration.ofMillis(500))
                .warmUp(contestants.size() == 2 ? Duration.ZERO : Duration.ofMillis(200))
                .limit(Duration.ofSeconds(20))
                .rounds(contestants.size())
                .build(Mix.of(spec));
    }

    private Schedule schedule(Plan plan) {
        return Schedule.of(Mix.of(spec), plan.process(), plan.rate(), plan.duration(), plan.seed());
    }

    private Lab lab(String design, Engine engine) {
        return Lab.start(
                Designs.of(design).orElseThrow().realize(spec, Facts.bundled()),
                LabOptions.standard().on(engine));
    }

    private RunFolder run(Plan plan, List<Call> calls) throws IOException {
        Path written = Files.writeString(folder.resolve("spec.yaml"), SPEC);
        RunFolder run = RunFolder.open(folder.resolve("run"), plan, Machine.here("test", "unknown"));
        Path told = folder.resolve("calls.json");
        JsonMapper.shared().writeValue(told, calls);
        assertThat(LoadProgram.run(
                        List.of(folder.resolve("run").toString(), written.toString(), told.toString()), System.err))
                .isZero();
        return run;
    }

    private List<Call> calls(Lab lab) {
        List<Call> calls = new ArrayList<>();
        for (Client client : Client.of(lab)) {
            Map<String, String> headers = new TreeMap<>(client.headers());
            headers.put("host", client.host());
            calls.add(new Call(
                    lab.topology().design().id(),
                    client.entry(),
                    client.model(),
                    client.protocol(),
                    client.method(),
                    client.scheme() + "://" + client.host() + ":"
                            + client.address().getPort() + client.path(),
                    client.address().getAddress().getHostAddress(),
                    headers,
                    client.contentType(),
                    client.edge()));
        }
        return calls;
    }

    private List<Call> direct(Lab lab) {
        return spec.models().stream()
                .map(model -> call(
                        "direct",
                        model,
                        model.protocol(),
                        "http://" + model.service().name() + ":"
                                + lab.models().address(model.service()).getPort() + InferenceMethod.path(model),
                        "127.0.0.1",
                        model.headers(),
                        "model-service"))
                .toList();
    }

    private List<Call> nobody() {
        return spec.models().stream()
                .map(model -> call(
                        "nobody",
                        model,
                        model.protocol(),
                        "http://127.0.0.1:1" + InferenceMethod.path(model),
                        "",
                        Map.of(),
                        Failure.UNKNOWN))
                .toList();
    }

    private static Call call(
            String contestant,
            Model model,
            Protocol protocol,
            String url,
            String address,
            Map<String, String> headers,
            String edge) {
        return new Call(
                contestant,
                "public",
                model.name(),
                protocol,
                "POST",
                url,
                address,
                headers,
                Client.contentType(model),
                edge);
    }

    private String shownByGatling() throws IOException {
        StringBuilder shown = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("run/gatling"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(html|js)"))
                    .toList()) {
                shown.append(Files.readString(file));
            }
        }
        return shown.toString();
    }
}
