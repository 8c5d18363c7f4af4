package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a file of YAML 1.2 or JSON into nodes that know their places. Never throws for bad input. */
public final class YamlReader {
    /** The largest file that is read: 32 MiB. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    /** The deepest nesting of lists and mappings. */
    public static final int MAX_DEPTH = 100;

    /** The most values in one file, counting those that aliases stand for. */
    public static final int MAX_VALUES = 5_000_000;

    private YamlReader() {}

    /**
     * Reads every document of a file.
     *
     * @param file the file's name as findings show it
     * @param bytes its content: UTF-8, with or without a byte order mark
     */
    public static Documents read(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused(finding(
                    ReadRules.TOO_LARGE,
                    Place.ofFile(file),
                    "the file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read",
                    "a file of this size is not written by hand; reading it would take the memory of everybody else",
                    "split it into several files"));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(finding(
                    ReadRules.ENCODING,
                    Place.ofFile(file),
                    "the file is not UTF-8",
                    "any other encoding would be read as other text than was meant",
                    "save it as UTF-8"));
        }
        return read(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** As {@link #read(String, byte[])}, for text that is decoded already. */
    public static Documents read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_BYTES)
                .build();
        NodeBuilder builder = new NodeBuilder(file);
        try {
            builder.readAll(new Parse(settings).parseString(text).iterator());
        } catch (NodeBuilder.LimitException e) {
            builder.add(e.finding());
        } catch (MarkedYamlEngineException e) {
            builder.add(finding(
                    ReadRules.SYNTAX,
                    e.getProblemMark()
                            .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                            .orElse(Place.ofFile(file)),
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
        return builder.documents();
    }

    static Finding finding(RuleId rule, Place place, String what, String why, String fix) {
        return new Finding(rule, Severity.ERROR, place, place.file(), what, why, fix);
    }

    private static Documents refused(Finding finding) {
        return new Documents(List.of(), new ArrayList<>(List.of(finding)));
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
