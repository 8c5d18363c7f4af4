package dev.gatehouse.report.write;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings in the form of code scanners, SARIF 2.1.0. */
public final class Sarif {
    private Sarif() {}

    /**
     * Writes findings, by place.
     *
     * @param version of Gatehouse
     */
    public static String of(List<Finding> findings, String version) {
        List<RuleId> rules =
                findings.stream().map(Finding::rule).distinct().sorted().toList();
        ObjectNode document = JsonText.object()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = document.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool")
                .putObject("driver")
                .put("name", "gatehouse")
                .put("version", version);
        ArrayNode descriptors = driver.putArray("rules");
        rules.forEach(rule -> descriptors.addObject().put("id", rule.text()));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        findings.stream().sorted().forEach(finding -> results.add(result(finding, rules)));
        return JsonText.of(document);
    }

    private static ObjectNode result(Finding finding, List<RuleId> rules) {
        ObjectNode result = JsonText.object()
                .put("ruleId", finding.rule().text())
                .put("ruleIndex", rules.indexOf(finding.rule()))
                .put("level", finding.severity().word());
        String text = String.join(
                "\n",
                Stream.of(finding.what(), finding.why(), finding.fix().isEmpty() ? "" : "fix: " + finding.fix())
                        .filter(line -> !line.isEmpty())
                        .toList());
        result.putObject("message").put("text", text);
        result.putArray("locations").add(location(finding));
        return result;
    }

    private static ObjectNode location(Finding finding) {
        Place place = finding.place();
        ObjectNode location = JsonText.object();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        if (place.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column());
            }
        }
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.subject());
        return location;
    }

    /** A path as a URI reference: what such a reference does not allow, as percents of its UTF-8 bytes. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.replace('\\', '/').getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain =
                    letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~/!$&'()*+,;=@".indexOf(letter) >= 0);
            uri.append(plain ? String.valueOf(letter) : String.format("%%%02X", (int) letter));
        }
        return uri.toString();
    }
}
