package dev.gatehouse.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code gatehouse}: where the program starts, and what its subcommands hang on. */
@Command(
        name = "gatehouse",
        description = "The API gateway layer of a machine-learning platform on AWS: modelled, compared, generated.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class Gatehouse implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    Gatehouse() {}

    /**
     * Runs one call and ends the process with its exit status: 0 done, 1 the answer is no, 2 the call or a file could
     * not be understood, 3 something outside failed.
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Gatehouse()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? gatehouse --help lists them");
    }
}
