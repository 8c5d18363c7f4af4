package dev.gatehouse.cli;

import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The designs that {@code --design} names. */
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
            } while (!args.isEmpty() && Designs.ids().contains(args.peek()));
            option.setValue(List.copyOf(ids));
        }
    }

    /** The designs of those ids, each once, in the order of the study; all five if there is no id. */
    static List<Design> chosen(String command, List<String> ids) {
        ids.forEach(id -> Choice.of(command, "design", id, Designs.ids()));
        return Designs.all().stream()
                .filter(design -> ids.isEmpty() || ids.contains(design.id()))
                .toList();
    }
}
