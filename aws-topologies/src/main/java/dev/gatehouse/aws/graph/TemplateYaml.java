package dev.gatehouse.aws.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes templates as YAML with the short forms of CloudFormation's functions. CloudFormation reads YAML 1.1, in which
 * a bare {@code on}, {@code off} or {@code 1_000} is no text, so a text stays bare only where both versions take it for
 * one.
 */
public final class TemplateYaml implements ValueVisitor<Node> {
    private static final TemplateYaml WRITER = new TemplateYaml();
    private static final Pattern BARE = Pattern.compile(
            "[A-Za-z/](?:[A-Za-z0-9_./()+;-]|:(?=[^ ])|[=@$](?=[A-Za-z0-9])|,(?=[A-Za-z0-9 ])| (?=[A-Za-z0-9/(]))*");
    /** The emitter quotes whatever has a tag; nobody writes references so. Inside a quoted text a quote is doubled. */
    private static final Pattern QUOTED_REFERENCE = Pattern.compile("(!Ref|!GetAtt) '([A-Za-z0-9.:]+)'");

    private static final Set<String> YAML_WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private TemplateYaml() {}

    /** The text of a template. */
    public static String write(Template template) {
        List<NodeTuple> top = new ArrayList<>();
        top.add(entry("AWSTemplateFormatVersion", quoted("2010-09-09")));
        top.add(entry("Description", WRITER.text(template.description())));
        if (!template.parameters().isEmpty()) {
            top.add(entry(
                    "Parameters",
                    block(template.parameters().stream()
                            .map(parameter -> entry(parameter.name(), parameter(parameter)))
                            .toList())));
        }
        top.add(entry(
                "Resources",
                block(template.resources().stream().map(TemplateYaml::resource).toList())));
        if (!template.outputs().isEmpty()) {
            top.add(entry(
                    "Outputs",
                    block(template.outputs().stream()
                            .map(output -> entry(output.name(), output(output)))
                            .toList())));
        }
        return present(block(top));
    }

    /** The text of some resources, for names that hash it. */
    public static String write(List<Resource> resources) {
        return present(block(resources.stream().map(TemplateYaml::resource).toList()));
    }

    /** The text of one value, for names that hash it. */
    static String write(Value value) {
        return present(value.accept(WRITER));
    }

    private static String present(Node node) {
        DumpSettings settings = DumpSettings.builder()
                .setDumpComments(true)
                .setWidth(Integer.MAX_VALUE)
                .setMaxSimpleKeyLength(1024)
                .setIndent(2)
                .setSplitLines(false)
                .build();
        String text = new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(node).iterator());
        return QUOTED_REFERENCE.matcher(text).replaceAll("$1 $2");
    }

    private static Node parameter(Parameter parameter) {
        Value.Fields fields =
                Value.fields().with("Type", parameter.type()).with("Description", parameter.description());
        Optional<String> defaultValue = parameter.defaultValue();
        return WRITER.fields(defaultValue.isPresent() ? fields.with("Default", defaultValue.get()) : fields);
    }

    private static Node output(Output output) {
        return WRITER.fields(
                Value.fields().with("Description", output.description()).with("Value", output.value()));
    }

    private static NodeTuple resource(Resource resource) {
        Value.Fields fields = Value.fields().with("Type", resource.type());
        if (resource.dependsOn().size() == 1) {
            fields = fields.with("DependsOn", resource.dependsOn().get(0));
        } else if (!resource.dependsOn().isEmpty()) {
            fields = fields.with("DependsOn", Value.texts(resource.dependsOn()));
        }
        if (resource.retained()) {
            fields = fields.with("DeletionPolicy", "Retain").with("UpdateReplacePolicy", "Retain");
        }
        if (!resource.properties().isEmpty()) {
            fields = fields.with("Properties", new Value.Fields(resource.properties()));
        }
        ScalarNode key = bare(resource.id());
        if (!resource.because().isEmpty()) {
            key.setBlockComments(resource.because()
                    .lines()
                    .map(line -> new CommentLine(Optional.empty(), Optional.empty(), " " + line, CommentType.BLOCK))
                    .toList());
        }
        return new NodeTuple(key, WRITER.fields(fields));
    }

    @Override
    public Node text(Value.Text value) {
        return text(value.text());
    }

    @Override
    public Node number(Value.Whole value) {
        return new ScalarNode(Tag.INT, value.number().toPlainString(), ScalarStyle.PLAIN);
    }

    @Override
    public Node truth(Value.Truth value) {
        return new ScalarNode(Tag.BOOL, Boolean.toString(value.truth()), ScalarStyle.PLAIN);
    }

    @Override
    public Node items(Value.Items value) {
        return new SequenceNode(
                Tag.SEQ,
                value.items().stream().map(item -> item.accept(this)).toList(),
                value.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    @Override
    public Node fields(Value.Fields value) {
        List<NodeTuple> entries = new ArrayList<>();
        for (Map.Entry<String, Value> field : value.fields().entrySet()) {
            entries.add(new NodeTuple(text(field.getKey()), field.getValue().accept(this)));
        }
        return new MappingNode(Tag.MAP, entries, entries.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    @Override
    public Node identity(Value.Identity value) {
        return tagged("!Ref", value.resource());
    }

    @Override
    public Node attribute(Value.Attribute value) {
        return tagged("!GetAtt", value.resource() + "." + value.name());
    }

    @Override
    public Node given(Value.Given value) {
        return tagged("!Ref", value.parameter());
    }

    @Override
    public Node pseudo(Value.Pseudo value) {
        return tagged("!Ref", value.name());
    }

    @Override
    public Node composed(Value.Composed value) {
        StringBuilder text = new StringBuilder();
        value.pieces().forEach(piece -> text.append(piece.accept(Placeholder.INSTANCE)));
        return new ScalarNode(new Tag("!Sub"), text.toString(), ScalarStyle.SINGLE_QUOTED);
    }

    @Override
    public Node flattened(Value.Flattened value) {
        return new SequenceNode(
                new Tag("!Join"),
                List.of(quoted(value.delimiter()), value.list().accept(this)),
                FlowStyle.FLOW);
    }

    @Override
    public Node zoneName(Value.ZoneName value) {
        Node zones = new ScalarNode(new Tag("!GetAZs"), "", ScalarStyle.SINGLE_QUOTED);
        return new SequenceNode(
                new Tag("!Select"),
                List.of(number(new Value.Whole(BigDecimal.valueOf(value.index()))), zones),
                FlowStyle.FLOW);
    }

    private Node text(String text) {
        boolean isBare = BARE.matcher(text).matches() && !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT));
        return isBare ? bare(text) : quoted(text);
    }

    private static NodeTuple entry(String key, Node value) {
        return new NodeTuple(bare(key), value);
    }

    private static Node block(List<NodeTuple> entries) {
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }

    private static ScalarNode bare(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }

    private static ScalarNode quoted(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.SINGLE_QUOTED);
    }

    private static ScalarNode tagged(String tag, String text) {
        return new ScalarNode(new Tag(tag), text, ScalarStyle.PLAIN);
    }
}
