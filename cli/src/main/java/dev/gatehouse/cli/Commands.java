package dev.gatehouse.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/** The register of subcommands, in the order of the help. */
final class Commands {
    /** Named by the contract of the command line, and not there yet. */
    static final List<String> LATER = List.of("diff", "apply", "deploy", "discover", "init");

    private static final Map<String, Function<Call, Verb>> ALL = all();

    private Commands() {}

    private static Map<String, Function<Call, Verb>> all() {
        Map<String, Function<Call, Verb>> commands = new LinkedHashMap<>();
        commands.put("report", ReportCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("explore", ExploreCommand::new);
        commands.put("generate", GenerateCommand::new);
        commands.put("designs", DesignsCommand::new);
        commands.put("lint", LintCommand::new);
        commands.put("routes", RoutesCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("envoy", EnvoyCommand::new);
        commands.put("lab", LabCommand::new);
        commands.put(LoadOptions.NAME, LoadCommand::new);
        commands.put("facts", FactsCommand::new);
        commands.put("completion", CompletionCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The command line with the one subcommand that is called, since building each takes time; else with all. */
    static CommandLine line(Gatehouse root, Optional<String> called) {
        CommandLine line = HelpStyle.of(new CommandLine(root));
        ALL.forEach((name, command) -> {
            if (called.isEmpty() || called.get().equals(name)) {
                line.addSubcommand(name, HelpStyle.of(new CommandLine(command.apply(root.call()))));
            }
        });
        return line;
    }
}
