package dev.gatehouse.cli;

import dev.gatehouse.model.topology.Design;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Those that are measured, ready to answer, and the folder that says how to ask them; both end together. */
final class Contestants implements Closeable {
    private final Path folder;
    private final Thread interrupted;
    private Closeable running = () -> {};

    private Contestants(Path folder) {
        this.folder = folder;
        this.interrupted = new Thread(() -> delete(folder), "gatehouse-load-end");
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /**
     * Starts the designs in a lab, or takes the live endpoints as they are.
     *
     * @throws Refusal if the lab can't be started
     */
    static Contestants start(Call call, LoadOptions options, Platform platform, List<Design> designs)
            throws IOException {
        Contestants contestants = new Contestants(Files.createTempDirectory("gatehouse-load"));
        try {
            contestants.begin(call, options, platform, designs);
            return contestants;
        } catch (IOException | RuntimeException e) {
            contestants.close();
            throw e;
        }
    }

    private void begin(Call call, LoadOptions options, Platform platform, List<Design> designs) throws IOException {
        Map<String, URI> targets = LoadPlan.targets(options);
        if (targets.isEmpty()) {
            running = LabProcess.start(
                    call,
                    options,
                    LoadPlan.crowd(platform, options.rate()),
                    designs.stream().map(Design::id).toList(),
                    folder);
            return;
        }
        String entry = LoadPlan.entry(platform, targets.values().iterator().next());
        LoadCalls calls = new LoadCalls(LoadPlan.asked(platform, true));
        targets.values().forEach(url -> calls.live(url, entry));
        CallsJson.write(folder.resolve(LoadLab.CALLS), calls.all());
    }

    /** Holds {@code calls.json}, and the stores of a lab if it is one. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        running.close();
        delete(folder);
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the system's own place for what is temporary holds it
        }
    }
}
