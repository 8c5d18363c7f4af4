package dev.gatehouse.model.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The sheets that come with Gatehouse: resources beside this class, listed in {@code sheets.txt}. */
final class BundledSheets {
    /** Read when first asked for, and then kept: the sheets never change while a program runs. */
    private static final class Holder {
        static final Facts FACTS = read();
    }

    private BundledSheets() {}

    static Facts facts() {
        return Holder.FACTS;
    }

    static List<String> files() {
        return new String(resource("sheets.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /**
     * Reads on all cores, in the order of the list. No reader may ask for {@link #facts()}: it would wait for itself.
     */
    private static Facts read() {
        List<Sheet> sheets = files().parallelStream()
                .map(BundledSheets::sheets)
                .flatMap(List::stream)
                .toList();
        return Facts.of(sheets, lastChecked(sheets));
    }

    private static List<Sheet> sheets(String file) {
        Sheets read = SheetReader.read(file, resource(file), List.of());
        if (!read.findings().isEmpty()) {
            throw new IllegalStateException(
                    "a bundled fact sheet needs repair: " + read.findings().get(0));
        }
        return read.sheets();
    }

    private static LocalDate lastChecked(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.facts().stream())
                .map(Fact::evidence)
                .filter(Published.class::isInstance)
                .map(evidence -> ((Published) evidence).checked())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no bundled fact was ever checked"));
    }

    static byte[] resource(String name) {
        try (InputStream in = BundledSheets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its fact sheet " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar's fact sheet " + name + " can't be read", e);
        }
    }
}
