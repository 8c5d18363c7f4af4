package dev.gatehouse.ambassador.apiserver;

import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link ApiServer}: one for all tests of a module, which ends after the last of them. Tests are skipped
 * where it can't be started.
 */
public final class ApiServers implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ApiServers.class);

    private final List<Runnable> programs;

    /** For JUnit. */
    public ApiServers() {
        this(List.of(Tool.ETCD::path, Tool.KUBE_APISERVER::path));
    }

    /** @param programs what it takes; each skips the calling test if it is not here */
    ApiServers(List<Runnable> programs) {
        this.programs = programs;
    }

    /** Before parameters are resolved, since a test can't be skipped from there: JUnit would call that an error. */
    @Override
    public void beforeEach(ExtensionContext context) {
        programs.forEach(Runnable::run);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ApiServer.class;
    }

    @Override
    public ApiServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(ApiServer.class, type -> start(), ApiServer.class);
    }

    private static ApiServer start() {
        try {
            return ApiServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the API server was ready", e);
        }
    }
}
