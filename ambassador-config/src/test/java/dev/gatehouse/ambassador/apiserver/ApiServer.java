package dev.gatehouse.ambassador.apiserver;

import dev.gatehouse.testing.Tool;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real kube-apiserver with its etcd, on loopback. A test class annotated with {@code @ExtendWith(ApiServers.class)}
 * takes it as a parameter; the tests of one module share one. Skips the test where one of the two programs is not here.
 *
 * <pre>{@code
 * void it_is_taken(ApiServer server) {
 *     server.namespace("serving", Map.of());
 *     server.client().resource(service).serverSideApply();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Ends with {@link #close}, which leaves neither process nor file.
 */
public final class ApiServer implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 120;
    private static final long BETWEEN_LOOKS_MILLISECONDS = 50;

    private final Path folder;
    private final Deque<Server> servers;
    private final Config config;
    private final KubernetesClient client;

    private ApiServer(Path folder, Deque<Server> servers, Config config, KubernetesClient client) {
        this.folder = folder;
        this.servers = servers;
        this.config = config;
        this.client = client;
    }

    /** Starts both and waits until the API server says that it is ready. */
    static ApiServer start() throws IOException, InterruptedException {
        Path etcd = Tool.ETCD.path();
        Path kubernetes = Tool.KUBE_APISERVER.path();
        Path folder = Files.createTempDirectory("gatehouse-apiserver");
        Deque<Server> servers = new ArrayDeque<>();
        try {
            ServerOptions options = ServerOptions.in(folder);
            servers.push(Server.start(folder, "etcd", options.etcd(etcd)));
            servers.push(Server.start(folder, "kube-apiserver", options.kubernetes(kubernetes)));
            await(servers, () -> Files.exists(options.certificate()));
            Config config = new ConfigBuilder(Config.empty())
                    .withMasterUrl(options.url())
                    .withOauthToken(ServerOptions.TOKEN)
                    .withCaCertFile(options.certificate().toString())
                    .withRequestRetryBackoffLimit(0)
                    .build();
            KubernetesClient client =
                    new KubernetesClientBuilder().withConfig(config).build();
            ApiServer server = new ApiServer(folder, servers, config, client);
            await(servers, server::isReady);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            end(servers, folder);
            throw e;
        }
    }

    private boolean isReady() {
        try {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException e) {
            return false; // it does not listen yet, or not all of it has started
        }
    }

    /** As somebody who may do everything. */
    public KubernetesClient client() {
        return client;
    }

    /** How somebody who may do everything gets there, without trying anything again. */
    public Config config() {
        return new ConfigBuilder(config).build();
    }

    /** How the pods of a service account get there. */
    public Config config(String namespace, String account) {
        String token = client.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(TimeUnit.HOURS.toSeconds(1))
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        return new ConfigBuilder(config).withOauthToken(token).build();
    }

    /** The file with which {@code kubectl} and Gatehouse find it as its current context, {@code test}. */
    public Path kubeconfig() throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters: [{ name: test, cluster: { server: "%s", certificate-authority: "%s" } }]
                users: [{ name: admin, user: { token: "%s" } }]
                contexts: [{ name: test, context: { cluster: test, user: admin } }]
                """.formatted(
                        config.getMasterUrl(), config.getCaCertFile(), ServerOptions.TOKEN));
    }

    /** Makes a namespace, unless it is there. */
    public void namespace(String name, Map<String, String> labels) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    /** Makes a kind of resources known, and waits until it can be asked for. */
    public void install(CustomResourceDefinition definition) {
        client.resource(definition).serverSideApply();
        client.resource(definition)
                .waitUntilCondition(
                        found -> conditions(found)
                                .anyMatch(condition -> condition.getType().equals("Established")
                                        && condition.getStatus().equals("True")),
                        LONGEST_START_SECONDS,
                        TimeUnit.SECONDS);
    }

    /** A definition that was just made has none, not even a list of them. */
    private static Stream<CustomResourceDefinitionCondition> conditions(@Nullable CustomResourceDefinition definition) {
        return Optional.ofNullable(definition)
                .map(CustomResourceDefinition::getStatus)
                .map(CustomResourceDefinitionStatus::getConditions)
                .stream()
                .flatMap(List::stream);
    }

    @Override
    public void close() throws IOException {
        client.close();
        end(servers, folder);
    }

    private static void await(Deque<Server> servers, BooleanSupplier ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (!ready.getAsBoolean()) {
            for (Server server : servers) {
                if (server.endsWithin(BETWEEN_LOOKS_MILLISECONDS)) {
                    throw new IOException("ended before it was ready:\n" + server.said());
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException(
                        "not ready in time:\n" + servers.getFirst().said());
            }
        }
    }

    /** The API server first, since it waits for its etcd. */
    private static void end(Deque<Server> servers, Path folder) throws IOException {
        servers.forEach(Server::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
