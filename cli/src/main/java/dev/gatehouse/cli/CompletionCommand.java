package dev.gatehouse.cli;

import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints the script with which bash and zsh complete commands, options and their words. */
@Command(
        name = "completion",
        description = "Print a script with which bash and zsh complete commands, options and designs.",
        footer = {
            "  gatehouse completion > ~/.gatehouse-completion          then source it in ~/.bashrc or ~/.zshrc",
            "  source <(gatehouse completion)                          in this shell"
        })
final class CompletionCommand implements Verb {
    private final Call call;

    CompletionCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        call.print(AutoComplete.bash("gatehouse", Commands.line(new Gatehouse(call), Optional.empty())));
        return Status.DONE;
    }
}
