package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights of TCPMappings, which give other shares. */
final class TcpWeights implements Rule {
    private static final About ABOUT =
            About.of("GH-496", Severity.WARNING, Source.RUN, "weights of TCPMappings, which give other shares", """
            Emissary hands Envoy the sums of the weights instead of the weights: 10 and the rest become 10 :
            100, which is 9.1 % and 90.9 %; three of 30, 30 and 40 become 30 : 60 : 100.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<String, List<Written>> groups = new LinkedHashMap<>();
        for (Written mapping : scene.of(Kind.TCP_MAPPING)) {
            groups.computeIfAbsent(
                            mapping.text("address") + " " + mapping.text("port") + " " + mapping.text("host"),
                            key -> new ArrayList<>())
                    .add(mapping);
        }
        for (List<Written> group : groups.values()) {
            for (Written mapping : group) {
                if (group.size() > 1 && mapping.has("weight")) {
                    report.add(
                            mapping,
                            mapping.place("weight"),
                            "weight " + mapping.text("weight") + " of a TCPMapping that shares its port with "
                                    + (group.size() - 1) + " more",
                            "Envoy gets sums instead of weights, so the share is another one: 10 and the rest give 9.1 %",
                            "divide connections behind one Service instead");
                }
            }
        }
    }
}
