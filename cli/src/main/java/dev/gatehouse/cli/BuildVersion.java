package dev.gatehouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: version and commit as the build wrote them down, and the Java that runs. */
final class BuildVersion implements IVersionProvider {
    /** The version alone, such as {@code 0.1.0}. */
    static String number() {
        return build().getProperty("version");
    }

    /** The commit that was built, or {@code unknown}. */
    static String commit() {
        return build().getProperty("commit");
    }

    @Override
    public String[] getVersion() {
        Properties build = build();
        return new String[] {
            "gatehouse " + build.getProperty("version"),
            "commit " + build.getProperty("commit"),
            "Java " + Runtime.version()
        };
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream resource = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
