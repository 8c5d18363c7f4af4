package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A file's bytes as text, or why they are none. */
record Decoded(String text, Optional<Finding> finding) {
    private static final char MARK = '\uFEFF';

    /** Decodes UTF-8, with or without a byte order mark. */
    static Decoded of(String file, byte[] bytes) {
        return isPlain(bytes)
                ? new Decoded(new String(bytes, StandardCharsets.US_ASCII), Optional.empty())
                : decoded(file, bytes);
    }

    /** Whether it is ASCII without control characters, as most files are: that is quickly seen and decoded. */
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            boolean space = one == '\n' || one == '\r' || one == '\t';
            if (!space && (one < ' ' || one > '~')) {
                return false;
            }
        }
        return true;
    }

    private static Decoded decoded(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            return refused(
                    placeAfter(file, text), isUtf16(bytes) ? "the file is UTF-16" : "the file is not UTF-8 here");
        }
        String content = text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
        int stray = unprintable(content);
        if (stray >= 0) {
            String code = String.format(java.util.Locale.ROOT, "U+%04X", content.codePointAt(stray));
            return refused(
                    placeAfter(file, content.substring(0, stray)),
                    isUtf16(bytes) ? "the file is UTF-16" : "the file has the control character " + code);
        }
        return new Decoded(content, Optional.empty());
    }

    private static Decoded refused(Place place, String what) {
        return new Decoded(
                "",
                Optional.of(YamlReader.finding(
                        ReadRules.ENCODING,
                        place,
                        what,
                        "other encodings and control characters would be read as other text than was meant",
                        "save the file as UTF-8 text")));
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || bytes[0] == 0
                        || bytes[1] == 0);
    }

    private static int unprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Place placeAfter(String file, String before) {
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
