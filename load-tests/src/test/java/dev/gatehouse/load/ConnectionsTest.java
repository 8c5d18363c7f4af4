package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Contestants at one address, and rounds of one contestant: no turn inherits the connections of another. */
class ConnectionsTest {
    private static final String OPEN_SSL = "gatling.ssl.useOpenSsl";

    @TempDir
    Path temporary;

    /** By the client's port, whom it asked for and which numbers of the schedule it sent. */
    private final Map<Integer, Set<String>> asked = new ConcurrentHashMap<>();

    /** By the session of TLS, whom it asked for. */
    private final Map<String, Set<String>> sessions = new ConcurrentHashMap<>();

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();

    /** Gatling's own TLS resumes nothing; Java's does wherever it can. */
    @BeforeEach
    void resumeWhatCanBeResumed() {
        System.setProperty(OPEN_SSL, "false");
    }

    @AfterEach
    void asBefore() {
        System.clearProperty(OPEN_SSL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void a_turn_keeps_its_connections_and_shares_them_with_no_other_turn(String scheme) throws Exception {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("one", "one"), Contestant.live("other", "other")))
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(400))
                .warmUp(Duration.ZERO)
                .rounds(2)
                .build(Mix.of(SmallSpec.iris().spec()));
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        Path spec = SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        Path calls = temporary.resolve("calls.json");
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = server(scheme, threads);
        try {
            JsonMapper.shared()
                    .writeValue(
                            calls,
                            Stream.of("one", "other")
                                    .map(name -> call(
                                            name, scheme, server.getAddress().getPort()))
                                    .toList());
            assertThat(LoadProgram.run(
                            List.of(temporary.resolve("run").toString(), spec.toString(), calls.toString()),
                            System.err))
                    .isZero();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }

        int scheduled = (int) folder.complete().get(0).run("one").scheduled();
        assertThat(requests.get())
                .as("two turns of practice and four of rounds")
                .isEqualTo(scheduled * 6);
        assertThat(again.get()).as("numbers that a connection sent twice").isZero();
        assertThat(asked.values())
                .as("each connection asks for one contestant")
                .allSatisfy(numbers -> assertThat(numbers.stream().map(number -> number.split(" ", 2)[0]))
                        .containsOnly(numbers.iterator().next().split(" ", 2)[0]));
        assertThat(sessions.values())
                .as("no session of TLS is resumed for another contestant")
                .allSatisfy(contestants -> assertThat(contestants).hasSize(1));
        assertThat(sessions.isEmpty()).isEqualTo(scheme.equals("http"));
        assertThat(asked.size()).as("and some of them more than once").isLessThan(requests.get());
    }

    private HttpServer server(String scheme, ExecutorService threads) throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = scheme.equals("https") ? secured(address) : HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String number = exchange.getRequestHeaders().getFirst("x-contestant") + " "
                    + exchange.getRequestHeaders().getFirst("x-gatehouse-request");
            Set<String> numbers =
                    asked.computeIfAbsent(exchange.getRemoteAddress().getPort(), none -> ConcurrentHashMap.newKeySet());
            if (exchange instanceof HttpsExchange secured
                    && secured.getSSLSession() instanceof ExtendedSSLSession session) {
                assertThat(session.getRequestedServerNames()).containsExactly(new SNIHostName(SmallSpec.HOST));
                sessions.computeIfAbsent(
                                HexFormat.of().formatHex(session.getId()), none -> ConcurrentHashMap.newKeySet())
                        .add(exchange.getRequestHeaders().getFirst("x-contestant"));
            }
            requests.incrementAndGet();
            if (!numbers.add(number)) {
                again.incrementAndGet();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Of the older version of TLS, in which a session that is resumed shows: it has the same id. */
    private static HttpsServer secured(InetSocketAddress address) throws IOException, GeneralSecurityException {
        Identity identity = Authority.create("test").server(List.of(SmallSpec.HOST));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters older = context.getDefaultSSLParameters();
                older.setProtocols(new String[] {"TLSv1.2"});
                parameters.setSSLParameters(older);
            }
        });
        return server;
    }

    private static Call call(String contestant, String scheme, int port) {
        return new Call(
                contestant,
                "public",
                "iris",
                Protocol.HTTP,
                "POST",
                scheme + "://" + SmallSpec.HOST + ":" + port + "/",
                "127.0.0.1",
                Map.of("x-contestant", contestant),
                "application/json",
                "unknown");
    }
}
