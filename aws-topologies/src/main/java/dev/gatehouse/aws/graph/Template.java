package dev.gatehouse.aws.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One CloudFormation template, closed: every reference resolves inside it, no name stands twice, no parameter is
 * unused.
 *
 * @param description what the stack is
 * @param parameters what it needs
 * @param resources what it makes
 * @param outputs what it gives
 */
public record Template(String description, List<Parameter> parameters, List<Resource> resources, List<Output> outputs) {
    /**
     * Copies the lists and checks that the template is closed.
     *
     * @throws IllegalStateException if it is not; says who needs what
     */
    public Template {
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        outputs = List.copyOf(outputs);
        Set<String> names = new HashSet<>();
        Stream.concat(
                        parameters.stream().map(Parameter::name),
                        resources.stream().map(Resource::id))
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalStateException("'" + twice + "' stands twice in one template");
                });
        Set<String> ids = new HashSet<>(resources.stream().map(Resource::id).toList());
        Set<String> given =
                new HashSet<>(parameters.stream().map(Parameter::name).toList());
        Set<String> used = new HashSet<>();
        for (Resource resource : resources) {
            resource.references().forEach(reference -> require(ids, reference.resource(), resource.id()));
            resource.dependsOn().forEach(other -> require(ids, other, resource.id()));
            resource.parameters().forEach(parameter -> {
                require(given, parameter, resource.id());
                used.add(parameter);
            });
        }
        for (Output output : outputs) {
            output.value().references().forEach(reference -> require(ids, reference.resource(), output.name()));
            output.value().parameters().forEach(parameter -> {
                require(given, parameter, output.name());
                used.add(parameter);
            });
        }
        if (!used.containsAll(given)) {
            given.removeAll(used);
            throw new IllegalStateException("no resource reads the parameters " + given);
        }
    }

    private static void require(Set<String> known, String name, String by) {
        if (!known.contains(name)) {
            throw new IllegalStateException(by + " needs " + name + ", which its template lacks; it has " + known);
        }
    }
}
