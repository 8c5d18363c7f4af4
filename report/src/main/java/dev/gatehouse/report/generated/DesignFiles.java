package dev.gatehouse.report.generated;

import dev.gatehouse.ambassador.generate.AmbassadorConfig;
import dev.gatehouse.ambassador.generate.KubernetesFiles;
import dev.gatehouse.aws.AwsFiles;
import dev.gatehouse.aws.CloudFormation;
import dev.gatehouse.model.topology.Topology;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is generated for a design: both sides of the seam.
 *
 * @param topology the platform on the design's path, with today's facts
 * @param aws its stacks
 * @param kubernetes its resources in the cluster
 */
public record DesignFiles(Topology topology, AwsFiles aws, KubernetesFiles kubernetes) {
    /**
     * Generates both sides.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException if the spec says what can't be generated as it is meant
     */
    public static DesignFiles of(Topology topology) {
        return new DesignFiles(topology, CloudFormation.of(topology), AmbassadorConfig.of(topology));
    }

    /** The files by path: {@code aws/20-network.yaml}, {@code kubernetes/kustomization.yaml}. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        aws.files().forEach((name, text) -> files.put("aws/" + name, text));
        kubernetes.files().forEach((name, text) -> files.put("kubernetes/" + name, text));
        return Collections.unmodifiableSortedMap(files);
    }

    /** The name under which a stack is deployed: {@code risk-models-nlb-ambassador-20-network}. */
    public String stackName(String stack) {
        return topology.spec().name() + "-" + topology.design().id() + "-" + stack;
    }
}
