package dev.gatehouse.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of every command looks. */
final class HelpStyle {
    private static final int WIDTH = 100;

    private HelpStyle() {}

    static CommandLine of(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(WIDTH);
        usage.sortOptions(false);
        usage.abbreviateSynopsis(true);
        usage.synopsisHeading("@|bold Usage:|@ ");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n@|bold Parameters:|@%n");
        usage.optionListHeading("%n@|bold Options:|@%n");
        usage.commandListHeading("%n@|bold Commands:|@%n");
        usage.footerHeading("%n@|bold Examples:|@%n");
        return command;
    }
}
