package dev.gatehouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: version and commit as the build wrote them down, and the Java that runs. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Properties build = new Properties();
        try (InputStream resource = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {
            "gatehouse " + build.getProperty("version"),
            "commit " + build.getProperty("commit"),
            "Java " + Runtime.version()
        };
    }
}
