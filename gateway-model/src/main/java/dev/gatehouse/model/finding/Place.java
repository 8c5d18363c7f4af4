package dev.gatehouse.model.finding;

import java.util.Comparator;

/**
 * Where something was written: a file and, counted from 1, a line and a column. Line 0 means the file as a whole.
 *
 * @param file the path as the user gave it, {@code -} for standard input, or {@code <builder>} for a value made in Java
 * @param line 1 or more, or 0 for the file as a whole
 * @param column 1 or more, or 0 for the line as a whole
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** A file as a whole. */
    public static Place ofFile(String file) {
        return new Place(file, 0, 0);
    }

    /** What Java code made, and so has no place in a file. */
    public static Place ofBuilder() {
        return ofFile("<builder>");
    }

    /**
     * As a record's own, spelled out, as is the hash: thousands of them are compared, and a record's own begin slowly.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && line == place.line && column == place.column && file.equals(place.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, without what is 0. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
