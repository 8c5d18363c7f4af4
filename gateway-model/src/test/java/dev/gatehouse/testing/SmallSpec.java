package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small platform as users write it, for tests that hand a spec's file to a program. Tests that need a value and no
 * file take one of {@link Specs}.
 *
 * @param text the spec in YAML; its models come last
 */
public record SmallSpec(String text) {
    /** The host of its entry, {@code public}. */
    public static final String HOST = "models.example.org";

    /** How its model answers. */
    public static final String ANSWERS = "answers: { at-most: 1 s }";

    private static final String IRIS = """
            schema: gatehouse/platform/1
            name: small
            region: eu-west-1
            entries: { public: { host: models.example.org } }
            models:
              iris:
                service: iris.serving:8080
                path: /v2/models/iris/
                entries: [public]
                answers: { at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """;

    /** One model, {@code iris}, which is sent 1 KB and answers with 1 KB. */
    public static SmallSpec iris() {
        return new SmallSpec(IRIS);
    }

    /**
     * The same with other text for a piece of it.
     *
     * @throws IllegalArgumentException if it has no such piece
     */
    public SmallSpec with(String piece, String instead) {
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("no '" + piece + "' in\n" + text);
        }
        return new SmallSpec(text.replace(piece, instead));
    }

    /** The same and more lines: more of its last model, another model, or more of the platform, each indented so. */
    public SmallSpec and(String lines) {
        return new SmallSpec(text + lines);
    }

    /** As {@link SpecReader} reads it. */
    public PlatformSpec spec() {
        SpecReading reading = SpecReader.read("small.yaml", text.getBytes(UTF_8));
        return reading.spec().orElseThrow(() -> new AssertionError(text + " has findings: " + reading.findings()));
    }

    /** Writes the text, and returns the file. */
    public Path writeTo(Path file) throws IOException {
        return Files.writeString(file, text);
    }
}
