package dev.gatehouse.aws.graph;

import java.util.Optional;

/**
 * A parameter of a template.
 *
 * @param name letters and digits; a written promise
 * @param type CloudFormation's type, such as {@code String} or {@code AWS::EC2::VPC::Id}
 * @param description what to give
 * @param giver where its value comes from
 * @param defaultValue what holds if none is given
 */
public record Parameter(String name, String type, String description, Giver giver, Optional<String> defaultValue) {
    /**
     * Where a parameter's value comes from.
     *
     * @param stack the stack whose output of the same name gives it; empty if the platform's team does
     */
    public record Giver(Optional<String> stack) {
        /** The platform's team gives the value. */
        public static final Giver YOU = new Giver(Optional.empty());

        /** The output of the same name of an earlier stack gives the value. */
        public static Giver stack(String name) {
            return new Giver(Optional.of(name));
        }
    }

    /** A parameter that the platform's team gives. */
    public static Parameter yours(String name, String type, String description) {
        return new Parameter(name, type, description, Giver.YOU, Optional.empty());
    }

    /** Its value in a property. */
    public Value value() {
        return new Value.Given(name);
    }
}
