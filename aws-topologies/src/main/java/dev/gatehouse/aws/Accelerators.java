package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.ResourceTypes;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Two fixed addresses at AWS's edge in front of a balancer, for every port on which clients call it. */
final class Accelerators {
    private static final String ACCELERATOR = "AWS::GlobalAccelerator::Accelerator";

    private final Site site;

    Accelerators(Site site) {
        this.site = site;
    }

    Exports accelerator(Exports behind) {
        Resource accelerator = site.add(
                Layers.BALANCERS,
                Resource.of("Accelerator", ACCELERATOR)
                        .with("Enabled", true)
                        .with("IpAddressType", "IPV4")
                        .with("Name", site.spec().name())
                        .retainedAlways()
                        .because("Global, though deployed from this Region. It outlives its stack: its two addresses"
                                + "\nare in allow-lists, and they are lost with it."));
        TreeSet<Integer> ports = new TreeSet<>();
        if (!site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER).isEmpty()) {
            ports.add(ApplicationBalancers.HTTP);
        }
        for (Entry entry : site.entriesAt(HopKind.GLOBAL_ACCELERATOR)) {
            ports.add(site.topology().clientPort(entry));
        }
        Resource listener = site.add(
                Layers.EDGE,
                Resource.of("AcceleratorListener", "AWS::GlobalAccelerator::Listener")
                        .with("AcceleratorArn", accelerator.identity())
                        .with("ClientAffinity", "NONE")
                        .with(
                                "PortRanges",
                                Value.list(ports.stream()
                                        .map(port -> Value.fields()
                                                .with("FromPort", port)
                                                .with("ToPort", port))
                                        .toList()))
                        .with("Protocol", "TCP"));
        site.add(
                Layers.EDGE,
                Resource.of("AcceleratorEndpoints", "AWS::GlobalAccelerator::EndpointGroup")
                        .with(
                                "EndpointConfigurations",
                                Value.list(Value.fields()
                                        .with("ClientIPPreservationEnabled", true)
                                        .with(
                                                "EndpointId",
                                                behind.requiredBalancer("global-accelerator")
                                                        .identity())))
                        .with("EndpointGroupRegion", Value.region())
                        .with("ListenerArn", listener.identity()));
        site.output(
                "AcceleratorAddresses",
                "The fixed addresses that callers may allow-list",
                new Value.Flattened(", ", accelerator.attribute("Ipv4Addresses")));
        Map<String, Front> fronts = new LinkedHashMap<>();
        String zone = ResourceTypes.of(ACCELERATOR).aliasZone().orElseThrow();
        site.entriesAt(HopKind.GLOBAL_ACCELERATOR)
                .forEach(entry ->
                        fronts.put(entry.name(), new Front(accelerator.attribute("DnsName"), Value.text(zone))));
        return behind.withFronts(fronts);
    }
}
