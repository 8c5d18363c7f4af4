package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a file of YAML 1.2 or JSON into nodes that know their places. Never throws for bad input. */
public final class YamlReader {
    /**
     * The parser copies what it holds each time it reads on, so a scalar of 3 MB read by 1 KB costs 3,000 copies of it.
     * It also holds six bytes for each character of its buffer, so the buffer is no more than a share of the text.
     */
    private static final int SHARE = 16;

    private static final int LARGEST_BUFFER = 1 << 20;

    private static final int SMALLEST_BUFFER = 1 << 10;

    private YamlReader() {}

    /**
     * Reads every document of a file, within {@link Limits#GENEROUS}.
     *
     * @param file the file's name as findings show it
     * @param bytes its content: UTF-8, with or without a byte order mark
     */
    public static Documents read(String file, byte[] bytes) {
        return read(file, bytes, Limits.GENEROUS);
    }

    /** As {@link #read(String, byte[])}, within other limits. */
    public static Documents read(String file, byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) {
            return refused(finding(
                    ReadRules.TOO_LARGE,
                    Place.ofFile(file),
                    "the file has " + bytes.length + " bytes; at most " + limits.bytes() + " are read",
                    "a file of this size is not what it should be; reading it would take everybody's memory",
                    "check that it is the right file, or split it into several"));
        }
        Decoded decoded = Decoded.of(file, bytes);
        return decoded.finding().map(YamlReader::refused).orElseGet(() -> parse(file, decoded.text(), limits));
    }

    /** As {@link #read(String, byte[])}, for text that is decoded already. */
    public static Documents read(String file, String text) {
        return parse(file, text, Limits.GENEROUS);
    }

    /**
     * Parts of a long file are read side by side where that can't be told from the result; whatever has a finding or
     * comes near a limit is read again as a whole, so that findings are those of one reader.
     */
    private static Documents parse(String file, String text, Limits limits) {
        List<Parts.Part> parts = Parts.of(text, Runtime.getRuntime().availableProcessors());
        if (parts.size() > 1) {
            List<NodeBuilder> builders = parts.parallelStream()
                    .map(part -> parse(file, part, limits))
                    .toList();
            long values = builders.stream().mapToLong(NodeBuilder::values).sum();
            if (values <= limits.values() && builders.stream().allMatch(NodeBuilder::isClean)) {
                return new Documents(
                        builders.stream()
                                .flatMap(builder -> builder.documents().roots().stream())
                                .toList(),
                        List.of());
            }
        }
        return parse(file, new Parts.Part(text, 0), limits).documents();
    }

    static NodeBuilder parse(String file, Parts.Part part, Limits limits) {
        int length = part.text().length();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.max(SMALLEST_BUFFER, Math.min(length / SHARE, LARGEST_BUFFER)))
                .build();
        NodeBuilder builder = new NodeBuilder(file, part.linesBefore(), limits);
        try {
            builder.readAll(new Parse(settings).parseString(part.text()).iterator());
        } catch (NodeBuilder.LimitException e) {
            builder.add(e.finding());
        } catch (MarkedYamlEngineException e) {
            builder.add(finding(
                    ReadRules.SYNTAX,
                    e.getProblemMark().map(mark -> builder.place(mark)).orElse(Place.ofFile(file)),
                    "not YAML: " + oneLine(String.valueOf(e.getProblem())),
                    oneLine(String.valueOf(e.getContext() == null ? "" : e.getContext())),
                    "check indentation, quotes and brackets here and on the line before; tabs may not indent"));
        } catch (YamlEngineException e) {
            builder.add(finding(
                    ReadRules.SYNTAX,
                    Place.ofFile(file),
                    "not YAML: " + oneLine(String.valueOf(e.getMessage())),
                    "",
                    "write printable UTF-8 text; quote what has special characters"));
        }
        return builder;
    }

    static Finding finding(RuleId rule, Place place, String what, String why, String fix) {
        return new Finding(rule, Severity.ERROR, place, place.file(), what, why, fix);
    }

    private static Documents refused(Finding finding) {
        return new Documents(List.of(), List.of(finding));
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
