package dev.gatehouse.ambassador.write;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays JSON out as Jackson's own printer does, members on lines of their own and list items behind each other, but
 * begins at once: that one links a dozen method handles before its first character. Mutable, for one document.
 */
final class Indentation implements PrettyPrinter {
    private static final char[] SPACES = " ".repeat(64).toCharArray();
    private static final int WIDTH = 2;

    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw(' ');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        beginLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(" : ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        beginLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        depth--;
        if (entries > 0) {
            beginLine(json);
        } else {
            json.writeRaw(' ');
        }
        json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        json.writeRaw(' ');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(", ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        json.writeRaw(" ]");
    }

    private void beginLine(JsonGenerator json) {
        json.writeRaw('\n');
        for (int left = depth * WIDTH; left > 0; left -= SPACES.length) {
            json.writeRaw(SPACES, 0, Math.min(left, SPACES.length));
        }
    }
}
