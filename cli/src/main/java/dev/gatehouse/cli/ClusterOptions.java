package dev.gatehouse.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code gatehouse load --on-cluster} was asked for. */
final class ClusterOptions {
    /** What Kubernetes takes as the name of a namespace. */
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    @Option(
            names = "--on-cluster",
            description = "measure nothing here: write the Kubernetes Job whose pods share the schedule into --out;"
                    + " needs --target and --image")
    private boolean onCluster;

    @Option(names = "--parts", paramLabel = "N", description = "how many pods share the schedule (default: 2)")
    private Optional<Integer> parts = Optional.empty();

    @Option(names = "--image", paramLabel = "IMAGE", description = "the image of the pods, with the load generator")
    private Optional<String> image = Optional.empty();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "where in the cluster; must exist (default: gatehouse-load)")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--apply", description = "apply what was written to a cluster")
    private boolean apply;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "the cluster's context in the kubeconfig (default: the current one)")
    private Optional<String> context = Optional.empty();

    /**
     * Looks whether what belongs together stands together.
     *
     * @throws Refusal if options of a Job stand in a call without one, or beside a merge
     */
    void check(LoadOptions options) {
        if (!onCluster && (apply || parts.or(() -> image.map(String::length)).isPresent())) {
            throw LoadOptions.refused("--on-cluster", "--apply, --parts and --image are about --on-cluster");
        }
        if (!onCluster && namespace.or(() -> context).isPresent()) {
            throw LoadOptions.refused("--on-cluster", "--namespace and --context are about --on-cluster");
        }
        if (onCluster && !options.merged().isEmpty()) {
            throw LoadOptions.refused("--merge", "a call either writes a Job or merges what its pods measured");
        }
        if (onCluster && !options.check().isEmpty()) {
            throw LoadOptions.refused("--check", "--check is for later: bounds are checked when the parts are merged");
        }
        if (context.isPresent() && !apply) {
            throw LoadOptions.refused("--context", "a cluster is spoken to with --apply alone");
        }
    }

    boolean isApplied() {
        return apply;
    }

    /** Empty: the current one. */
    String context() {
        return context.orElse("");
    }

    int parts() {
        int wanted = parts.orElse(2);
        if (wanted < 1) {
            throw LoadOptions.refused("--parts", "a schedule has a part at least, not " + wanted);
        }
        return wanted;
    }

    String namespace() {
        String wanted = namespace.orElse("gatehouse-load");
        if (!wanted.matches(LABEL)) {
            throw LoadOptions.refused("--namespace", "'" + wanted + "' is no name of a namespace");
        }
        return wanted;
    }

    String image() {
        return image.filter(name -> !name.isBlank())
                .orElseThrow(() -> Refusal.of(
                        CallRules.ARGUMENTS,
                        Call.place(LoadOptions.NAME),
                        "--image",
                        "the pods need an image with the load generator, and none is published",
                        "make one, as docs/load-on-a-cluster.md shows, and name it with --image"));
    }
}
