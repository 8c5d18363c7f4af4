package dev.gatehouse.ambassador.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;

/** JSON that is written as it is told, without a tree of it: for what is large. It looks as that of {@link Json}. */
final class StreamedJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private StreamedJson() {}

    /** In UTF-8, indented, with a line break at the end; half a surrogate pair becomes a question mark. */
    static byte[] bytes(Consumer<JsonGenerator> teller) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (Writer writer = new OutputStreamWriter(out, UTF_8);
                JsonGenerator json = FACTORY.createGenerator(new Indented(), writer)) {
            teller.accept(json);
            json.flush();
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses to be written", e);
        }
        return out.toByteArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer = new Indentation();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
