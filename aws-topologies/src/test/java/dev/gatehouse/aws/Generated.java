package dev.gatehouse.aws;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is generated for a platform on a design. */
record Generated(String name, Design design, PlatformSpec spec, Topology topology, AwsFiles files) {
    private static final List<Generated> ALL = generate();

    /** Every design with every platform to test with. */
    static Stream<Generated> all() {
        return ALL.stream();
    }

    static Generated of(String name, Design design, PlatformSpec spec) {
        Topology topology = design.realize(spec, Facts.bundled());
        return new Generated(name, design, spec, topology, CloudFormation.of(topology));
    }

    private static List<Generated> generate() {
        List<Generated> all = new ArrayList<>();
        Specs.byName().forEach((name, spec) -> {
            for (Design design : Designs.all()) {
                all.add(of(name, design, spec));
            }
        });
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return name + " on " + design.id();
    }
}
