package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import java.util.List;

/** Labels of a domain that no RateLimitService asks for. */
final class ForeignLabelDomain implements Rule {
    private static final About ABOUT = About.of(
            "GH-462", Severity.WARNING, Source.RUN, "labels of a domain that no RateLimitService asks for", """
            A Mapping's labels become rate limit descriptors only for the domain of the RateLimitService, or the
            Module's default_label_domain, or ambassador. Labels of other domains are passed over, and nothing
            is limited by them.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        List<Written> services = scene.of(Kind.RATE_LIMIT_SERVICE);
        if (services.size() != 1) {
            return;
        }
        String standard = scene.module()
                .map(module -> module.text("config", "default_label_domain"))
                .filter(text -> !text.isEmpty())
                .orElse("ambassador");
        String domain = services.get(0).has("domain") ? services.get(0).text("domain") : standard;
        for (Written mapping : scene.mappings()) {
            for (MappingNode.Entry entry : mapping.entries("labels")) {
                if (!entry.key().text().equals(domain)) {
                    report.add(
                            mapping,
                            entry.key().place(),
                            "labels of domain " + entry.key().text() + ", and "
                                    + services.get(0).subject() + " has domain " + domain,
                            "nothing is limited by them",
                            "write them below " + domain);
                }
            }
        }
    }
}
