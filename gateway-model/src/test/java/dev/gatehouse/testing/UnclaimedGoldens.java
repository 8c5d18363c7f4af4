package dev.gatehouse.testing;

import java.util.SortedSet;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a run at its end if a golden was claimed by no test. It is registered for every test class of every module (a
 * service file beside the tests, and JUnit's autodetection in the parent POM), and says nothing where only some tests
 * run ({@code -Dtest=…}).
 */
public final class UnclaimedGoldens implements BeforeAllCallback {
    private final Goldens goldens;
    private final boolean wholeRun;

    /** For the service loader. */
    public UnclaimedGoldens() {
        this(Goldens.ofModule(), System.getProperty("test", "").isEmpty());
    }

    UnclaimedGoldens(Goldens goldens, boolean wholeRun) {
        this.goldens = goldens;
        this.wholeRun = wholeRun;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (wholeRun) {
            AutoCloseable atTheEnd = this::check;
            context.getRoot()
                    .getStore(Namespace.create(UnclaimedGoldens.class))
                    .computeIfAbsent(goldens, key -> atTheEnd);
        }
    }

    private void check() {
        SortedSet<String> unclaimed = goldens.unclaimed();
        if (!unclaimed.isEmpty()) {
            throw new AssertionFailedError(
                    "no test claimed these goldens: " + unclaimed + "; delete them, or compare with them");
        }
    }
}
