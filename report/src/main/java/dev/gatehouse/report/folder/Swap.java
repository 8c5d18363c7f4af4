package dev.gatehouse.report.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folder beside another and lets the two change places. Leftovers of runs that were killed are cleared away,
 * and an old folder that such a run had moved aside is put back.
 */
final class Swap {
    private final Path target;
    private final Path parent;
    private final String prefix;

    Swap(Path target) {
        this.target = target;
        this.parent = Objects.requireNonNull(target.getParent(), "a folder to replace is below another");
        this.prefix = "." + target.getFileName() + ".gatehouse-";
    }

    /** Fills a new folder. */
    interface Filling {
        void write(Path folder) throws IOException;
    }

    void replace(Filling filling) throws IOException {
        Files.createDirectories(parent);
        clearLeftovers();
        Path fresh = newFolder("new");
        try {
            filling.write(fresh);
            exchange(fresh);
        } finally {
            delete(fresh);
        }
    }

    private void exchange(Path fresh) throws IOException {
        if (!Files.exists(target)) {
            move(fresh, target);
            return;
        }
        Path aside = newFolder("old");
        Path old = aside.resolve("folder");
        try {
            move(target, old);
            try {
                move(fresh, target);
            } catch (IOException e) {
                move(old, target);
                throw e;
            }
        } finally {
            delete(aside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new folder with the rights that this user's folders usually have. */
    private Path newFolder(String what) throws IOException {
        for (int number = 1; ; number++) {
            Path folder = parent.resolve(prefix + ProcessHandle.current().pid() + "-" + what + "-" + number);
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (number == 1000) {
                    throw e;
                }
            }
        }
    }

    private void clearLeftovers() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> beside = Files.list(parent)) {
            leftovers = beside.filter(this::isLeftover).sorted().toList();
        }
        for (Path leftover : leftovers) {
            Path old = leftover.resolve("folder");
            if (leftover.getFileName().toString().contains("-old-") && Files.exists(old) && !Files.exists(target)) {
                move(old, target);
            }
            delete(leftover);
        }
    }

    private boolean isLeftover(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(prefix)) {
            return false;
        }
        String process = name.substring(prefix.length()).replaceFirst("-.*", "");
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
