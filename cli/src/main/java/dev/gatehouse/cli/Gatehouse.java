package dev.gatehouse.cli;

import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code gatehouse}: where the program starts, and what its subcommands hang on. */
@Command(
        name = "gatehouse",
        description = "The API gateway layer of a machine-learning platform on AWS: modelled, compared, generated.",
        customSynopsis = "@|bold gatehouse|@ COMMAND [@|yellow OPTIONS|@] …",
        footer = {
            "  gatehouse report examples/platforms/risk-models.yaml       everything, in one folder",
            "  gatehouse compare examples/platforms/iris.yaml             the designs side by side",
            "  gatehouse lint examples/                                   what is wrong with files",
            "  gatehouse help compare                                     options and examples of one command",
            "",
            "Exit status: 0 done; 1 done, but the answer is no; 2 the call, a path or a file could not be",
            "understood; 3 something outside failed."
        },
        versionProvider = BuildVersion.class)
public final class Gatehouse {
    private final Call call;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            order = 100,
            completionCandidates = Colors.Words.class,
            description = "auto (default: on a terminal, unless NO_COLOR is set), always or never")
    private String color = "auto";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            order = 101,
            description = "show the stack trace of a mistake in Gatehouse")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 102,
            description = "show this help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 103,
            description = "show version, commit and the Java that runs")
    private boolean version;

    Gatehouse(Call call) {
        this.call = call;
    }

    /**
     * Runs one call and ends the process with its exit status: 0 done, 1 the answer is no, 2 the call or a file could
     * not be understood, 3 something outside failed.
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args), Surroundings.ofProcess()));
    }

    /**
     * Runs one call in this process.
     *
     * @param args as a shell would give them
     * @param around where its data, its messages and its files are
     * @return the exit status
     */
    public static int run(List<String> args, Surroundings around) {
        Call call = new Call(around);
        return call.close(new Gatehouse(call).answer(args)).number();
    }

    Call call() {
        return call;
    }

    private Status answer(List<String> given) {
        List<String> args = HelpWord.replaced(given);
        try {
            CommandLine line = Commands.line(this, args.stream().findFirst().filter(Commands.names()::contains));
            return answer(line.parseArgs(args.toArray(String[]::new)));
        } catch (ParameterException e) {
            call.complain(Misunderstood.findings(e));
            return Status.NOT_UNDERSTOOD;
        } catch (Refusal e) {
            call.complain(e.findings());
            return e.status();
        } catch (InvalidInputException e) {
            call.complain(e.findings());
            return Failures.isOutside(e) ? Status.FAILED : Status.NOT_UNDERSTOOD;
        } catch (IOException e) {
            call.complain(Failures.outside(e));
            return Status.FAILED;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            call.complain(Failures.ours(e));
            if (debug || args.contains("--debug")) {
                call.tell(Failures.trace(e));
            }
            return Status.FAILED;
        }
    }

    private Status answer(ParseResult parsed) throws IOException {
        call.color(Colors.of(color));
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        CommandLine called = innermost.commandSpec().commandLine();
        if (help) {
            call.print(called.getUsageMessage(call.scheme()));
            return Status.DONE;
        }
        if (version) {
            call.print(String.join("\n", new BuildVersion().getVersion()) + "\n");
            return Status.DONE;
        }
        if (called.getCommand() instanceof Verb verb) {
            return verb.run();
        }
        call.tell(called.getUsageMessage(call.scheme()).stripTrailing());
        return Status.NOT_UNDERSTOOD;
    }
}
