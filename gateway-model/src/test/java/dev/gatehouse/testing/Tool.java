package dev.gatehouse.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A program outside Java that some tests run.
 *
 * <pre>{@code
 * Process validation = new ProcessBuilder(Tool.ENVOY.path().toString(), "--mode", "validate", …).start();
 * }</pre>
 *
 * <p>{@code ./check} and {@code ./check --all} provide them as {@code .cache/tools/NAME} below the root of the
 * repository; an environment variable such as {@code GATEHOUSE_ENVOY} names another place. A test whose tool is not
 * there is skipped with a printed reason.
 */
public enum Tool {
    /** Checks CloudFormation templates against the resource schemas; provided by {@code ./check}. */
    CFN_LINT("cfn-lint"),
    /** Checks CloudFormation templates and manifests against security policies; provided by {@code ./check}. */
    CHECKOV("checkov"),
    /** Envoy itself, of the version that the recordings' Emissary runs; provided by {@code ./check --all}. */
    ENVOY("envoy"),
    /** A Kubernetes API server; provided by {@code ./check --all}. */
    KUBE_APISERVER("kube-apiserver"),
    /** What the API server stores in; provided by {@code ./check --all}. */
    ETCD("etcd"),
    /** A browser without a screen; provided by {@code ./check --all}. */
    CHROMIUM("chromium"),
    /** A Python that has a client library of the Open Inference Protocol; provided by {@code ./check --all}. */
    TRITON_CLIENT("triton-client");

    private final String command;

    Tool(String command) {
        this.command = command;
    }

    /** The environment variable that names another place, such as {@code GATEHOUSE_CFN_LINT}. */
    public String variable() {
        return "GATEHOUSE_" + name();
    }

    /** Where the program is; skips the calling test if it is nowhere. */
    public Path path() {
        Optional<Path> found = find(System.getenv(), Path.of(System.getProperty("basedir", ".")));
        if (found.isEmpty()) {
            return abort(command + " is not here (run ./check --all once, or set " + variable() + ")");
        }
        return found.get();
    }

    /** Looks where the variable points, or else below the nearest folder upwards that holds {@code .mvn}. */
    Optional<Path> find(Map<String, String> environment, Path basedir) {
        String named = environment.getOrDefault(variable(), "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Path folder = basedir.toAbsolutePath().normalize();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return Optional.of(folder.resolve(".cache/tools").resolve(command)).filter(Files::isExecutable);
    }
}
