package dev.gatehouse.load;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The platform spec with which a program is started; whoever starts it has told people what is wrong with theirs. */
final class SpecFile {
    private SpecFile() {}

    /**
     * Reads it.
     *
     * @throws IOException if it can't be read, or has errors
     */
    static PlatformSpec read(Path file) throws IOException {
        return SpecReader.read(file.toString(), Files.readAllBytes(file))
                .spec()
                .orElseThrow(() -> new IOException("spec " + file + " has errors"));
    }
}
