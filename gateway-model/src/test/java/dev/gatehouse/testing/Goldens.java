package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * Expected outputs kept as files under a module's {@code src/test/resources/golden}.
 *
 * <pre>{@code
 * Goldens.file("comparison/iris.txt", text);
 * Goldens.folder("designs/nlb-ambassador", outputFolder);
 * }</pre>
 *
 * <p>Paths are relative to the golden folder of the module whose tests run, with forward slashes. Contents are compared
 * as they are, in UTF-8; nothing is trimmed. {@code -Dgolden.update=true} writes what was produced instead of
 * comparing, and removes what a claimed folder no longer holds; it is refused where the environment variable {@code CI}
 * is set. Each comparison claims its golden: a run of all of a module's tests fails if one stays unclaimed.
 *
 * <p>Safe for use by several threads, as long as they claim different goldens.
 */
public final class Goldens {
    /** Whether differences fail, are written down, or may not be written down. */
    enum Mode {
        COMPARE,
        UPDATE,
        UPDATE_REFUSED;

        static Mode of(boolean update, Map<String, String> environment) {
            String ci = environment.getOrDefault("CI", "");
            if (!update) {
                return COMPARE;
            }
            return ci.isEmpty() || ci.equals("false") ? UPDATE : UPDATE_REFUSED;
        }
    }

    private static final Goldens OF_MODULE = new Goldens(
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden"),
            Mode.of(Boolean.getBoolean("golden.update"), System.getenv()));

    private final Path root;
    private final Mode mode;
    private final Set<String> claimed = new ConcurrentSkipListSet<>();

    Goldens(Path root, Mode mode) {
        this.root = root;
        this.mode = mode;
    }

    /** The goldens of the module whose tests run. */
    static Goldens ofModule() {
        return OF_MODULE;
    }

    /**
     * Compares one text with its golden file.
     *
     * @param path such as {@code comparison/iris.txt}
     * @throws AssertionFailedError if they differ, or there is no golden yet
     */
    public static void file(String path, String produced) {
        OF_MODULE.compareFile(path, produced);
    }

    /**
     * Compares a produced folder, with all that is below it, with its golden folder: the same names, the same contents.
     *
     * @throws AssertionFailedError if a file is missing, is one too many, or differs
     */
    public static void folder(String path, Path produced) {
        OF_MODULE.compareFolder(path, read(produced));
    }

    /**
     * Compares files that were never written to a disk with a golden folder.
     *
     * @param produced contents by path below the folder, with forward slashes
     * @throws AssertionFailedError if a file is missing, is one too many, or differs
     */
    public static void folder(String path, Map<String, String> produced) {
        OF_MODULE.compareFolder(path, new TreeMap<>(produced));
    }

    void compareFile(String path, String produced) {
        claimed.add(path);
        Path golden = root.resolve(path);
        if (Files.isRegularFile(golden) && text(golden).equals(produced)) {
            return;
        }
        if (rewrites()) {
            write(golden, produced);
            return;
        }
        if (!Files.isRegularFile(golden)) {
            throw new AssertionFailedError("there is no golden " + path + HOW_TO_UPDATE, "", produced);
        }
        String expected = text(golden);
        throw new AssertionFailedError(
                "differs from golden " + path + firstDifference(expected, produced) + HOW_TO_UPDATE,
                expected,
                produced);
    }

    void compareFolder(String path, SortedMap<String, String> produced) {
        SortedSet<String> expected = new TreeSet<>(read(root.resolve(path)).keySet());
        expected.forEach(name -> claimed.add(path + "/" + name));
        SortedSet<String> tooMany = new TreeSet<>(expected);
        tooMany.removeAll(produced.keySet());
        if (!tooMany.isEmpty() && rewrites()) {
            tooMany.forEach(name -> delete(root.resolve(path).resolve(name)));
        } else if (!tooMany.isEmpty()) {
            throw new AssertionFailedError(
                    "golden folder " + path + " has files that were not produced: " + tooMany + HOW_TO_UPDATE,
                    expected,
                    produced.keySet());
        }
        produced.forEach((name, content) -> compareFile(path + "/" + name, content));
    }

    /** The goldens that no comparison has claimed so far, sorted. */
    SortedSet<String> unclaimed() {
        SortedSet<String> names = new TreeSet<>(read(root).keySet());
        names.removeAll(claimed);
        return names;
    }

    private boolean rewrites() {
        if (mode == Mode.UPDATE_REFUSED) {
            throw new IllegalStateException(
                    "goldens are not updated under CI: update them where you work, and commit them");
        }
        return mode == Mode.UPDATE;
    }

    private static final String HOW_TO_UPDATE =
            "\n  if this is what you want: run the same test with -Dgolden.update=true, and read the diff";

    private static String firstDifference(String expected, String produced) {
        List<String> before = List.of(expected.split("\n", -1));
        List<String> after = List.of(produced.split("\n", -1));
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return ", first at line " + (line + 1) + "\n  golden:   " + lineAt(before, line) + "\n  produced: "
                + lineAt(after, line);
    }

    private static String lineAt(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(the end)";
    }

    private static SortedMap<String, String> read(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(Files::isRegularFile)
                    .forEach(
                            file -> texts.put(folder.relativize(file).toString().replace('\\', '/'), text(file)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
