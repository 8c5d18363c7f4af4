package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** GRPC to one address, so that each connection stays with one pod. */
final class GrpcPinned implements Rule {
    private static final About ABOUT = About.of(
            "GH-460",
            Severity.WARNING,
            Source.CODE,
            "gRPC to one address, so that each connection stays with one pod",
            """
            gRPC keeps its connections. With the default resolver they go to the Service's address, and kube-
            proxy chooses a pod once for each connection, not for each request: one pod gets most of the load
            and new ones get none. With endpoints Envoy balances request by request.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        boolean balanced = scene.module()
                .filter(module -> module.has("config", "load_balancer"))
                .isPresent();
        for (Written mapping : scene.mappings()) {
            if (mapping.flag("grpc") && !balanced && Resolution.of(scene, mapping) == Resolution.SERVICE) {
                report.add(
                        mapping,
                        mapping.place("grpc"),
                        "grpc with resolver " + Resolution.name(scene, mapping),
                        "each connection stays with the pod that it was opened to, so load is not spread",
                        "add resolver: kubernetes-endpoint and load_balancer: {policy: least_request}");
            }
        }
    }
}
