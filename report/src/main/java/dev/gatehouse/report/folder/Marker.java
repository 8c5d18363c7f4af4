package dev.gatehouse.report.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The file that says who wrote a folder, and which files.
 *
 * @param command which command wrote it
 * @param files what it wrote, relative to the folder
 */
record Marker(String command, Set<String> files) {
    /** Its name in the folder. */
    static final String NAME = ".gatehouse";

    private static final String FIRST_LINE = "This folder is written, and replaced as a whole, by gatehouse ";
    private static final Set<String> LEFT_BY_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    Marker {
        files = java.util.Collections.unmodifiableSet(new TreeSet<>(files));
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append(command).append(".\n");
        files.forEach(file -> text.append(file).append('\n'));
        return text.toString();
    }

    /** The marker of a folder, if it has one. */
    static Optional<Marker> of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readString(file, UTF_8).lines().toList();
        if (lines.isEmpty()
                || !lines.get(0).startsWith(FIRST_LINE)
                || !lines.get(0).endsWith(".")) {
            return Optional.empty();
        }
        String command =
                lines.get(0).substring(FIRST_LINE.length(), lines.get(0).length() - 1);
        return Optional.of(new Marker(command, new TreeSet<>(lines.subList(1, lines.size()))));
    }

    /** A file of the folder that the marker does not know, if there is one: somebody else's work. */
    Optional<String> stranger(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(NAME) && !files.contains(name))
                    .filter(name -> !LEFT_BY_DESKTOPS.contains(name.substring(name.lastIndexOf('/') + 1)))
                    .sorted()
                    .findFirst();
        }
    }
}
