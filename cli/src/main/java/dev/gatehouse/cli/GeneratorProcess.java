package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ambassador.job.GeneratorJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The load generator: a program of jars that nothing here links to, run as a process of its own. */
final class GeneratorProcess {
    /** The environment variable with the generator's class path, if it is not the launcher's to build. */
    static final String CLASS_PATH = "GATEHOUSE_LOAD_CLASS_PATH";

    /** The environment variable with the folder of the repository, as the launcher sets it. */
    static final String HOME = "GATEHOUSE_HOME";

    /** The generator holds our end of its input: it ends with us, however we end. */
    private static final String UNTIL_INPUT_ENDS = "-Dgatehouse.until-input-ends=true";

    /** A knee is the path's and not the generator's: it is compiled as well as can be. */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static final String DRILLS = "dev.gatehouse.load.DrillProgram";
    private static final String MEASURES = "dev.gatehouse.load.LoadProgram";
    private static final String SEARCHES = "dev.gatehouse.load.KneeProgram";

    private final Call call;
    private final String classPath;

    private GeneratorProcess(Call call, String classPath) {
        this.call = call;
        this.classPath = classPath;
    }

    /**
     * The generator, built if it is not there.
     *
     * @throws Refusal with status 3 if there is none
     */
    static GeneratorProcess find(Call call) throws IOException {
        String given = call.around().variable(CLASS_PATH);
        return new GeneratorProcess(call, given.isEmpty() ? built(call) : given);
    }

    private static String built(Call call) throws IOException {
        Path build = Path.of(call.around().variable(HOME), "tools", "build-load");
        if (call.around().variable(HOME).isEmpty() || !Files.isExecutable(build)) {
            throw missing("the load generator is not beside this program");
        }
        Process process = new ProcessBuilder(build.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (ended(process) != 0) {
            throw missing("the load generator could not be built");
        }
        return printed;
    }

    /**
     * Measures the rounds of a folder that are missing.
     *
     * @param work a folder with {@code calls.json}, and the stores of a lab if it is one
     * @param steps told each round
     * @throws Refusal with status 3 if it stops before the last round
     */
    void measure(Path folder, String spec, Path work, Consumer<String> steps) throws IOException {
        run(MEASURES, options(work), folder, spec, work, line -> line.startsWith("round "), steps);
    }

    /**
     * Searches the knee of each contestant, into {@code knee.json} of the folder.
     *
     * @throws Refusal with status 3 if it can't
     */
    void knees(Path folder, String spec, Path work) throws IOException {
        List<String> options = options(work);
        options.add(BOTH_COMPILERS);
        run(SEARCHES, options, folder, spec, work, line -> line.startsWith("knee "), call::tell);
    }

    private void run(
            String program,
            List<String> options,
            Path folder,
            String spec,
            Path work,
            Predicate<String> isStep,
            Consumer<String> steps)
            throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(options, classPath));
        command.addAll(List.of(
                program,
                folder.toAbsolutePath().toString(),
                spec,
                work.resolve(LoadLab.CALLS).toString()));
        Path log = folder.resolve("generator.log");
        Process process = new ProcessBuilder(command)
                .directory(call.around().folder().toAbsolutePath().toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        List<String> said = new ArrayList<>();
        Thread end = new Thread(process::destroyForcibly, "gatehouse-generator-end");
        Runtime.getRuntime().addShutdownHook(end);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isStep.test(line)) {
                    steps.accept(line);
                } else {
                    said.add(line);
                }
            }
        }
        int status = ended(process);
        Runtime.getRuntime().removeShutdownHook(end);
        if (status != 0) {
            said.forEach(call::tell);
            throw Refusal.of(
                    Status.FAILED,
                    LoadRules.STOPPED_EARLY,
                    Call.place(LoadOptions.NAME),
                    folder.toString(),
                    "the load generator stopped early, with status " + status,
                    "see " + log + "; the same call again goes on at the next round");
        }
    }

    /**
     * Takes designs through a drill; what it prints as steps is told.
     *
     * @param arguments of the drill program
     * @throws Refusal with status 3 if it stops before the last design
     */
    void drill(List<String> arguments, Consumer<String> steps) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(List.of("-Xms256m", UNTIL_INPUT_ENDS), classPath));
        command.add(DRILLS);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(call.around().folder().toAbsolutePath().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread end = new Thread(process::destroy, "gatehouse-drill-end");
        Runtime.getRuntime().addShutdownHook(end);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("drill ")) {
                    steps.accept(line);
                } else {
                    said.add(line);
                }
            }
        }
        int status = ended(process);
        Runtime.getRuntime().removeShutdownHook(end);
        if (status != 0) {
            throw Refusal.of(
                    Status.FAILED,
                    LoadRules.STOPPED_EARLY,
                    Call.place(LoadOptions.NAME),
                    "--drill",
                    "the drill stopped before the last design: " + String.join(" ", said),
                    "gatehouse lab shows whether the design starts at all");
        }
    }

    private static List<String> options(Path work) {
        List<String> options = new ArrayList<>(GeneratorJvm.OPTIONS);
        options.addAll(List.of(UNTIL_INPUT_ENDS, "-Dgatling.ssl.useInsecureTrustManager=false"));
        if (Files.exists(work.resolve(LoadLab.TRUST))) {
            options.addAll(store("trustStore", work.resolve(LoadLab.TRUST)));
            options.addAll(store("keyStore", work.resolve(LoadLab.CLIENT)));
        }
        return options;
    }

    private static List<String> store(String which, Path file) {
        String option = "-Dgatling.ssl." + which + ".";
        return List.of(option + "type=PKCS12", option + "file=" + file, option + "password=" + LoadLab.PASSWORD);
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Status.FAILED.number();
        }
    }

    private static Refusal missing(String what) {
        return Refusal.of(
                Status.FAILED,
                LoadRules.NO_GENERATOR,
                Call.place(LoadOptions.NAME),
                CLASS_PATH,
                what,
                "start Gatehouse by ./gatehouse, or name the class path of load-tests in " + CLASS_PATH);
    }
}
