package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.unit.Durations;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contestants of the lab, running in a process of their own that ends with this one. */
final class LabProcess implements Closeable {
    private static final long LONGEST_END_SECONDS = 10;

    private final Process process;

    private LabProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it, and returns when every contestant answers.
     *
     * @param crowd how many consumers each client stands for
     * @param folder gets {@code calls.json} and the stores
     * @throws Refusal if the lab can't be started; why is on standard error
     */
    static LabProcess start(Call call, LoadOptions options, int crowd, List<String> designs, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(behindTheGenerator());
        command.addAll(Jvm.command(List.of("-Xms768m", "-Xmn512m"), Jvm.ownClassPath()));
        command.add(LoadLab.class.getName());
        command.add(folder.toString());
        command.add(options.path());
        command.add(call.around().today().toString());
        command.add(options.engine().word());
        command.add(LoadPlan.delays(options).entrySet().stream()
                .map(delay -> delay.getKey() + "=" + Durations.format(delay.getValue()))
                .collect(Collectors.joining(",")));
        command.add(String.valueOf(crowd));
        command.addAll(designs);
        Process process = new ProcessBuilder(command)
                .directory(call.around().folder().toAbsolutePath().toFile())
                .redirectError(folder.resolve("lab.log").toFile())
                .start();
        LabProcess lab = new LabProcess(process);
        InputStream out = process.getInputStream();
        BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(out, UTF_8));
        if (!LoadLab.READY.equals(lines.readLine())) {
            lab.close();
            Files.readAllLines(folder.resolve("lab.log")).forEach(call::tell);
            throw new Refusal(Status.NOT_UNDERSTOOD, List.of());
        }
        return lab;
    }

    /**
     * Where cores are few, a lab that is busy would make the generator late, and late by as much as the design costs.
     * So the lab stands back, where the system has a command for that.
     */
    private static List<String> behindTheGenerator() {
        return Stream.of("/usr/bin/nice", "/bin/nice")
                .filter(nice -> Files.isExecutable(Path.of(nice)))
                .findFirst()
                .map(nice -> List.of(nice, "-n", "10"))
                .orElse(List.of());
    }

    /** Ends it: its input ends, and if that is not enough, it is killed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
