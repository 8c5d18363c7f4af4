package dev.gatehouse.ambassador.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Emissary's own resource definitions. They are not part of this repository: none where the folder beside it is
 * missing.
 */
final class EmissaryDefinitions {
    /** Why a test that needs them is skipped. */
    static final String MISSING = "Emissary's resource definitions are not beside the repository";

    private EmissaryDefinitions() {}

    /** Each as an object; none where they are missing. */
    static List<Map<?, ?>> all() {
        return file().map(EmissaryDefinitions::read).orElse(List.of());
    }

    private static List<Map<?, ?>> read(Path file) {
        try {
            Iterable<Object> documents =
                    new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file));
            return StreamSupport.stream(documents.spliterator(), false)
                    .filter(Map.class::isInstance)
                    .<Map<?, ?>>map(document -> (Map<?, ?>) document)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/emissary-crds-v3alpha1.yaml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
