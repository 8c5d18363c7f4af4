package dev.gatehouse.cli;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.result.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The results of load tests that {@code --results} names. */
final class ResultFiles {
    private ResultFiles() {}

    /** Takes one file, and further ones as long as they end in {@code .json}: what follows may be the spec. */
    static final class Taken implements IParameterConsumer {
        @Override
        @SuppressWarnings({"JdkObsolete", "NonApiType"}) // picocli hands over a Stack
        public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
            List<String> files =
                    option.getValue() == null ? new ArrayList<>() : new ArrayList<>(option.<List<String>>getValue());
            if (args.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--results FILE is missing");
            }
            do {
                files.add(args.pop());
            } while (!args.isEmpty() && args.peek().endsWith(".json"));
            option.setValue(List.copyOf(files));
        }
    }

    /** The results by the names of their files. */
    static Map<String, Measurement> read(Call call, List<String> files) {
        Inputs inputs = new Inputs(call.around());
        Map<String, Measurement> results = new LinkedHashMap<>();
        for (String file : files) {
            Input input = inputs.read(file);
            results.put(input.name(), ResultFile.read(input.name(), input.bytes()));
        }
        return results;
    }
}
