package dev.gatehouse.report.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.aws.AwsFiles.AwsStack;
import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.report.generated.DesignFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifest of a design's generated files as {@code gatehouse/manifest/1}. */
public final class ManifestJson {
    private static final String AWS = "aws/";

    private final DesignFiles design;
    private final ObjectNode document;

    private ManifestJson(DesignFiles design, Origin origin) {
        this.design = design;
        this.document = JsonText.object()
                .put("schema", "gatehouse/manifest/1")
                .put("tool", origin.tool())
                .put("specSha256", origin.specSha256())
                .put("factsSha256", design.topology().facts().sha256())
                .put("platform", design.topology().spec().name())
                .put("design", design.topology().design().id());
    }

    /**
     * Writes the manifest.
     *
     * @param files the texts that stand beside the manifest, by path
     */
    public static String of(DesignFiles design, Map<String, String> files, Origin origin) {
        ManifestJson manifest = new ManifestJson(design, origin);
        manifest.files(files);
        manifest.stacks();
        manifest.parameters();
        manifest.outputs();
        manifest.document.set("seam", SeamJson.of(design.topology().seam()));
        manifest.replacements();
        return JsonText.of(manifest.document);
    }

    private void files(Map<String, String> files) {
        ArrayNode list = document.putArray("files");
        new TreeMap<>(files).forEach((path, text) -> {
            ObjectNode node = list.addObject().put("path", path).put("sha256", Origin.sha256(text.getBytes(UTF_8)));
            JsonText.putOptional(
                    node,
                    "stack",
                    stacksOf().stream()
                            .filter(stack -> path.equals(AWS + stack.file()))
                            .map(AwsStack::name)
                            .findFirst());
        });
    }

    private List<AwsStack> stacksOf() {
        return design.aws().stacks();
    }

    private void stacks() {
        ArrayNode list = document.putArray("stacks");
        for (AwsStack stack : stacksOf()) {
            ObjectNode node = list.addObject()
                    .put("name", stack.name())
                    .put("deployedAs", design.stackName(stack.name()))
                    .put("file", AWS + stack.file())
                    .put("order", stack.order())
                    .put("region", stack.region());
            ArrayNode needs = node.putArray("needs");
            new TreeSet<>(stack.parameters().stream()
                            .flatMap(parameter -> parameter.giver().stack().stream())
                            .toList())
                    .forEach(needs::add);
        }
    }

    private void parameters() {
        Map<String, Parameter> parameters = new TreeMap<>();
        stacksOf().forEach(stack -> stack.parameters().forEach(each -> parameters.putIfAbsent(each.name(), each)));
        ArrayNode list = document.putArray("parameters");
        parameters.forEach((name, parameter) -> {
            Optional<String> giver = parameter.giver().stack();
            ObjectNode node = list.addObject()
                    .put("name", name)
                    .put("type", parameter.type())
                    .put("description", parameter.description())
                    .put("givenBy", giver.isPresent() ? "stack" : "you");
            JsonText.putOptional(node, "stack", giver);
            JsonText.putOptional(node, "default", parameter.defaultValue());
            ArrayNode takers = node.putArray("takenBy");
            stacksOf().stream()
                    .filter(stack -> stack.parameters().stream()
                            .anyMatch(each -> each.name().equals(name)))
                    .forEach(stack -> takers.add(stack.name()));
        });
    }

    private void outputs() {
        ArrayNode list = document.putArray("outputs");
        stacksOf()
                .forEach(stack -> stack.outputs()
                        .forEach(output -> list.addObject()
                                .put("stack", stack.name())
                                .put("name", output.name())
                                .put("description", output.description())));
    }

    private void replacements() {
        ArrayNode list = document.putArray("replacedOnChange");
        stacksOf()
                .forEach(stack -> stack.replacements().forEach(replacement -> {
                    ArrayNode properties = list.addObject()
                            .put("stack", stack.name())
                            .put("resource", replacement.resource())
                            .put("type", replacement.type())
                            .putArray("properties");
                    replacement.properties().forEach(properties::add);
                }));
    }
}
