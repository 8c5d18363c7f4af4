package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.YamlReader;
import java.util.function.Supplier;

/** One file of manifests, or standard input, before it is parsed. */
public final class Source {
    private final Supplier<Documents> documents;

    private Source(Supplier<Documents> documents) {
        this.documents = documents;
    }

    /**
     * A file's bytes.
     *
     * @param file its name as findings show it
     * @param bytes its content, which must not be changed afterwards
     */
    public static Source of(String file, byte[] bytes) {
        return new Source(() -> YamlReader.read(file, bytes));
    }

    /** As {@link #of(String, byte[])}, for text. */
    public static Source of(String file, String text) {
        return new Source(() -> YamlReader.read(file, text));
    }

    /** What is parsed already. */
    public static Source of(Documents documents) {
        return new Source(() -> documents);
    }

    Documents documents() {
        return documents.get();
    }
}
