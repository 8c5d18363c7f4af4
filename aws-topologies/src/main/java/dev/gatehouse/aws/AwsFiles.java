package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Output;
import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.ResourceTypes;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.model.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The AWS files of a design.
 *
 * @param stacks its stacks in deploy order
 */
public record AwsFiles(List<AwsStack> stacks) {
    /** Copies {@code stacks}. */
    public AwsFiles {
        stacks = List.copyOf(stacks);
    }

    /**
     * A stack.
     *
     * @param name such as {@code 20-network}: a written promise
     * @param file its template's name, such as {@code 20-network.yaml}
     * @param order deployed from low to high; stacks of one order may be deployed at the same time
     * @param region the Region in which it is deployed
     * @param template its template as YAML
     * @param parameters what it must be given; one that a stack gives has the name of that stack's output
     * @param outputs what it gives
     * @param replacements which of its resources a change of which property replaces
     */
    public record AwsStack(
            String name,
            String file,
            int order,
            String region,
            String template,
            List<Parameter> parameters,
            List<Output> outputs,
            List<Replacement> replacements) {
        /** Copies the lists. */
        public AwsStack {
            parameters = List.copyOf(parameters);
            outputs = List.copyOf(outputs);
            replacements = List.copyOf(replacements);
        }
    }

    /**
     * A resource that CloudFormation replaces by another when one of these properties changes.
     *
     * @param resource its logical id
     * @param type such as {@code AWS::EC2::VPC}
     * @param properties those that it has, in the order of its type's schema
     */
    public record Replacement(String resource, String type, List<String> properties) {
        /** Copies {@code properties}. */
        public Replacement {
            properties = List.copyOf(properties);
        }

        private static Replacement of(Resource resource) {
            return new Replacement(
                    resource.id(),
                    resource.type(),
                    ResourceTypes.of(resource.type()).replacing().stream()
                            .filter(resource.properties()::containsKey)
                            .toList());
        }
    }

    /** The templates by file name, in deploy order. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        stacks.forEach(stack -> files.put(stack.file(), stack.template()));
        return files;
    }

    static AwsFiles of(Topology topology, List<Stack> stacks) {
        return new AwsFiles(stacks.stream()
                .map(stack -> new AwsStack(
                        stack.name(),
                        stack.name() + ".yaml",
                        stack.order(),
                        stack.region().orElse(topology.spec().region()),
                        stack.text(),
                        stack.template().parameters(),
                        stack.template().outputs(),
                        stack.template().resources().stream()
                                .map(Replacement::of)
                                .filter(replacement -> !replacement.properties().isEmpty())
                                .toList()))
                .toList());
    }
}
