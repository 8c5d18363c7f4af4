package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.Map;

/** A key of the Module that has lost its effect. */
final class ModuleKeyWithoutEffect implements Rule {
    private static final About ABOUT =
            About.of("GH-466", Severity.WARNING, Source.RUN, "a key of the Module that has lost its effect", """
            Since there are Listeners, PROXY protocol is said by a Listener's protocolStack and trusted proxies
            by its l7Depth; the Module's use_proxy_proto and xff_num_trusted_hops do nothing, although AWS
            guides still name them. Some other keys have gone too.""");
    private static final Map<String, String> INSTEAD = Map.of(
            "use_proxy_proto", "put PROXY into the Listener's protocolStack, first",
            "xff_num_trusted_hops", "set the Listener's l7Depth",
            "x_forwarded_proto_redirect", "set the Host's requestPolicy.insecure.action",
            "service_port", "set the Listener's port",
            "prune_unreachable_routes", "remove it",
            "regex_type", "remove it: expressions are RE2",
            "error_response_overrides", "remove it");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        scene.module()
                .ifPresent(module -> INSTEAD.forEach((key, instead) -> {
                    if (module.has("config", key)) {
                        report.add(
                                module,
                                module.place("config", key),
                                key + " has no effect in Emissary 4",
                                "it is passed over without a word",
                                instead);
                    }
                }));
    }
}
