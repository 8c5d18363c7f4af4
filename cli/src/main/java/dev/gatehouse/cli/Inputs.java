package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the files that a call names, relative to the folder that it starts in. {@code -} is standard input. */
final class Inputs {
    /** The largest file that is read at all: twice what any reader of ours accepts. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final Surroundings around;

    Inputs(Surroundings around) {
        this.around = around;
    }

    /**
     * Reads one file.
     *
     * @throws Refusal if it is not there, is a folder, is too large or can't be read
     */
    Input read(String name) {
        return name.equals("-") ? standardInput() : file(name, path(name));
    }

    /** As {@link #read}, for a path that stands in the file {@code beside} and is relative to it. */
    Input readBeside(String beside, String name) {
        Path written = Path.of(name);
        Path parent = beside.equals("-") ? null : Path.of(beside).getParent();
        String shown = parent == null || written.isAbsolute()
                ? name
                : parent.resolve(written).normalize().toString();
        return read(shown);
    }

    boolean isFolder(String name) {
        return !name.equals("-") && Files.isDirectory(path(name));
    }

    /** The names of the YAML and JSON files below a folder, sorted; hidden folders are passed over. */
    List<String> below(String folder) {
        Path root = path(folder);
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        try {
            Path real = root.toRealPath();
            try (Stream<Path> all = Files.walk(real)) {
                return all.filter(file -> isYaml(file) && !isHidden(real, file) && Files.isRegularFile(file))
                        .map(file -> prefix + real.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (java.io.UncheckedIOException e) {
            throw unreadable(folder, new IOException(e.getMessage(), e));
        }
    }

    private Path path(String name) {
        try {
            return around.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw refusal(CallRules.NO_SUCH_FILE, name, "'" + name + "' is no path", "give the path of a file");
        }
    }

    private Input standardInput() {
        try {
            return new Input("-", limited("-", around.in()));
        } catch (IOException e) {
            throw unreadable("-", e);
        }
    }

    private Input file(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw refusal(
                    CallRules.FOLDER,
                    name,
                    name + " is a folder; one file is needed here",
                    "name one of " + some(name));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new Input(name, limited(name, in));
        } catch (NoSuchFileException e) {
            throw refusal(CallRules.NO_SUCH_FILE, name, "there is no file " + name + hint(path), "give its path");
        } catch (AccessDeniedException e) {
            throw refusal(
                    CallRules.UNREADABLE, name, name + " may not be read", "chmod u+r it, or give a readable copy");
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static byte[] limited(String name, InputStream in) throws IOException {
        // By hand, since files ask for their position when they are read as a whole, and a pipe has none.
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read >= 0 && all.size() <= MOST_BYTES; read = in.read(some)) {
            all.write(some, 0, read);
        }
        byte[] bytes = all.toByteArray();
        if (bytes.length > MOST_BYTES) {
            throw refusal(
                    CallRules.TOO_LARGE,
                    name,
                    name + " has more than " + MOST_BYTES + " bytes",
                    "check that it is the right file, or split it into several");
        }
        return bytes;
    }

    private String some(String folder) {
        List<String> names = below(folder);
        return names.isEmpty()
                ? "your files; it has no YAML file"
                : String.join(", ", names.subList(0, Math.min(4, names.size()))) + (names.size() > 4 ? ", …" : "");
    }

    /** The file beside the one asked for whose name is nearest. */
    private static String hint(Path path) {
        Path name = path.getFileName();
        Path parent = path.toAbsolutePath().getParent();
        if (name == null || parent == null) {
            return "";
        }
        if (!Files.isDirectory(parent)) {
            return ": nor a folder " + parent.getFileName();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return Nearest.hint(
                    name.toString(),
                    siblings.map(sibling -> String.valueOf(sibling.getFileName()))
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static boolean isHidden(Path root, Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Refusal unreadable(String name, IOException e) {
        return refusal(
                CallRules.UNREADABLE,
                name,
                (name.equals("-") ? "standard input" : name) + " can't be read: " + Failures.reason(e),
                "see that it is there and may be read");
    }

    private static Refusal refusal(dev.gatehouse.model.finding.RuleId rule, String name, String what, String fix) {
        return Refusal.of(rule, Place.ofFile(name), name, what, fix);
    }
}
