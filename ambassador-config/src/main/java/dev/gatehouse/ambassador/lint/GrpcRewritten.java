package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** GRPC whose path is rewritten. */
final class GrpcRewritten implements Rule {
    private static final About ABOUT =
            About.of("GH-461", Severity.WARNING, Source.RUN, "gRPC whose path is rewritten", """
            A gRPC call is POST /package.Service/Method. The default rewrite "/" cuts the service's name off,
            and the server answers UNIMPLEMENTED.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            boolean prefixed = mapping.text("prefix").length() > 1 && !mapping.flag("host_redirect");
            if (mapping.flag("grpc") && prefixed && !mapping.has("rewrite") && !mapping.has("regex_rewrite")) {
                report.add(
                        mapping,
                        mapping.place("grpc"),
                        "grpc with the default rewrite \"/\"",
                        "the name of the service is cut off the path: the server answers UNIMPLEMENTED",
                        "add rewrite: \"\"");
            }
        }
    }
}
