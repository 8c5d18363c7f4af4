package dev.gatehouse.report.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder that one command writes and nobody else: it is replaced as a whole, and only if the same command wrote it.
 */
public final class OwnFolder {
    private final String command;
    private final Path asked;

    private OwnFolder(String command, Path asked) {
        this.command = command;
        this.asked = asked;
    }

    /**
     * The folder of a command.
     *
     * @param command the command's word, such as {@code report}
     * @param target where the folder is, or shall be
     */
    public static OwnFolder of(String command, Path target) {
        return new OwnFolder(command, target);
    }

    /**
     * Checks that the folder may be replaced, so that nothing is worked out in vain.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException with GH-640 to GH-642 or GH-644 if it may not
     */
    public void check() {
        Path target = target();
        if (Path.of("").toAbsolutePath().startsWith(target)) {
            throw FolderRules.WORKING_FOLDER.refusal(
                    asked.toString(),
                    "'" + asked + "' is the folder in which you are, or one above it",
                    "the folder is replaced as a whole",
                    "name a folder of its own, such as gatehouse-" + command);
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw FolderRules.FILE.refusal(
                    asked.toString(),
                    "'" + asked + "' is a file",
                    command + " writes a folder",
                    "name a folder, or remove the file");
        }
        try {
            checkWriter(target);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    private void checkWriter(Path target) throws IOException {
        Optional<Marker> marker = Marker.of(target);
        if (marker.isEmpty() && isEmpty(target)) {
            return;
        }
        if (marker.isEmpty() || !marker.get().command().equals(command)) {
            throw FolderRules.NOT_OURS.refusal(
                    asked.toString(),
                    "'" + asked + "' was not written by gatehouse " + command,
                    "the folder is replaced as a whole, and what is in it would be lost",
                    "name another folder, or move this one away");
        }
        Optional<String> stranger = marker.get().stranger(target);
        if (stranger.isPresent()) {
            throw FolderRules.WITH_OTHER_FILES.refusal(
                    asked.toString(),
                    "'" + asked + "' holds '" + stranger.get() + "', which gatehouse did not write",
                    "the folder is replaced as a whole, and the file would be lost",
                    "move the file out of the folder");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /**
     * Replaces the folder. If anything fails the old one is left as it was.
     *
     * @param files texts by path below the folder, with forward slashes
     * @return the folder
     * @throws dev.gatehouse.model.finding.InvalidInputException with GH-640 to GH-644 if it may not, or can't, be
     *     written
     */
    public Path replace(Map<String, String> files) {
        check();
        SortedMap<String, String> all = new TreeMap<>(files);
        all.put(Marker.NAME, new Marker(command, files.keySet()).text());
        try {
            new Swap(target()).replace(folder -> write(folder, all));
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
        return asked;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), UTF_8);
        }
    }

    /** Where a link leads, so that the link stays and its folder is replaced. */
    private Path target() {
        Path absolute = asked.toAbsolutePath().normalize();
        try {
            return Files.exists(absolute) ? absolute.toRealPath() : absolute;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RuntimeException unwritable(Exception cause) {
        Exception root =
                cause instanceof UncheckedIOException && cause.getCause() instanceof IOException inner ? inner : cause;
        String reason = root instanceof AccessDeniedException denied
                ? "no permission at " + denied.getFile()
                : root instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason() + " at " + system.getFile()
                        : String.valueOf(root.getMessage());
        RuntimeException refusal = FolderRules.UNWRITABLE.refusal(
                asked.toString(),
                "'" + asked + "' can't be written: " + reason,
                "what was there before is as it was",
                "name a folder that you may write, on a disk with room");
        refusal.addSuppressed(cause);
        return refusal;
    }
}
