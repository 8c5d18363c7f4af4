package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Designs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The designs that {@code --design} names: the five, and any other legal path. */
final class DesignIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Designs.ids().iterator();
    }

    /** Takes one id, and further ones as long as they are known: {@code --design a b spec.yaml} leaves the spec. */
    static final class Taken implements IParameterConsumer {
        @Override
        @SuppressWarnings({"JdkObsolete", "NonApiType"}) // picocli hands over a Stack
        public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
            List<String> ids =
                    option.getValue() == null ? new ArrayList<>() : new ArrayList<>(option.<List<String>>getValue());
            if (args.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--design ID is missing");
            }
            do {
                for (String id : args.pop().split(",", -1)) {
                    ids.add(id);
                }
            } while (!args.isEmpty() && isKnown(args.peek()));
            option.setValue(List.copyOf(ids));
        }
    }

    /** Whether a word is the id of a legal path; the space is drawn only for words that could be. */
    private static boolean isKnown(String word) {
        return Designs.ids().contains(word)
                || (word.matches("[a-z0-9-]+") && space(today()).design(word).isPresent());
    }

    private static DesignSpace space(LocalDate day) {
        return DesignSpace.of(Facts.bundled().asOf(day));
    }

    /** The day up to which the bundled facts were read. */
    private static LocalDate today() {
        return Facts.bundled().day();
    }

    /**
     * The designs of those ids, each once, in the order of the study and then of the design space; all five if there is
     * no id.
     *
     * @param day on which they must be legal
     */
    static List<Design> chosen(String command, List<String> ids, LocalDate day) {
        if (Designs.ids().containsAll(ids)) {
            return Designs.all().stream()
                    .filter(design -> ids.isEmpty() || ids.contains(design.id()))
                    .toList();
        }
        DesignSpace space = space(day);
        for (String id : ids) {
            if (space.design(id).isEmpty() && space(today()).design(id).isPresent()) {
                throw Refusal.of(
                        CallRules.UNKNOWN_WORD,
                        Call.place(command),
                        id,
                        "'" + id + "' was no legal path on " + day + ": a link on it is younger",
                        "ask as of a later day; gatehouse explore --as-of " + day + " lists what was legal");
            }
            one(command, id, space);
        }
        return space.designs().stream()
                .filter(design -> ids.contains(design.id()))
                .toList();
    }

    private static void one(String command, String id, DesignSpace space) {
        if (space.design(id).isEmpty()) {
            throw Refusal.of(
                    CallRules.UNKNOWN_WORD,
                    Call.place(command),
                    id,
                    "unknown design '" + id + "'" + Nearest.hint(id, space.ids()),
                    "write one of " + String.join(", ", Designs.ids()) + ", or one of the "
                            + space.ids().size() + " paths that gatehouse explore ranks");
        }
    }
}
