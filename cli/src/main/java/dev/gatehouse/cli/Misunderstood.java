package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli could not make sense of, in our words, with the nearest word that it knows. */
final class Misunderstood {
    private Misunderstood() {}

    static List<Finding> findings(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (command.getParent() == null && !isOption(first)) {
                return List.of(unmatched(command, first)); // the rest is the command's own
            }
            // What follows an unknown option is probably its value.
            List<String> options = unmatched.getUnmatched().stream()
                    .filter(Misunderstood::isOption)
                    .toList();
            return (options.isEmpty() ? unmatched.getUnmatched() : options)
                    .stream().map(word -> unmatched(command, word)).toList();
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String words =
                    missing.getMissing().stream().map(Misunderstood::label).collect(Collectors.joining(" and "));
            return List.of(error(CallRules.ARGUMENTS, command, words, words + " is missing", seeHelp(command)));
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return List.of(error(CallRules.ARGUMENTS, command, name(command), message, seeHelp(command)));
    }

    private static Finding unmatched(CommandLine command, String word) {
        if (isOption(word)) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            TreeSet<String> known =
                    new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
            return error(
                    CallRules.UNKNOWN_OPTION,
                    command,
                    option,
                    "unknown option '" + option + "'" + Nearest.hint(option, known),
                    seeHelp(command));
        }
        if (command.getParent() != null) {
            return error(
                    CallRules.ARGUMENTS, command, word, "nothing is known to do with '" + word + "'", seeHelp(command));
        }
        if (Commands.LATER.contains(word)) {
            return error(
                    CallRules.LATER_RELEASE,
                    command,
                    word,
                    "the command '" + word + "' is not in this release",
                    "this release has " + String.join(", ", Commands.names()));
        }
        return error(
                CallRules.UNKNOWN_COMMAND,
                command,
                word,
                "unknown command '" + word + "'" + Nearest.hint(word, Commands.names()),
                "gatehouse --help lists the commands");
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    private static String label(ArgSpec missing) {
        return missing.isOption()
                ? ((CommandLine.Model.OptionSpec) missing).longestName() + " " + missing.paramLabel()
                : missing.paramLabel();
    }

    private static String seeHelp(CommandLine command) {
        return "gatehouse " + name(command) + "--help shows how to call it";
    }

    private static String name(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static Finding error(RuleId rule, CommandLine command, String subject, String what, String fix) {
        Place place = Call.place(name(command).strip());
        return new Finding(rule, Severity.ERROR, place, subject, what, "", fix);
    }
}
