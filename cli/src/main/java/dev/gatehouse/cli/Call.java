package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.report.text.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** One call under way: where its data and its messages go. Mutable, for one thread. */
final class Call {
    private final Surroundings around;
    private Colors colors = Colors.AUTO;
    private boolean pipeIsClosed;
    private Status worst = Status.DONE;

    Call(Surroundings around) {
        this.around = around;
    }

    /** The place of what a call says, as findings show it: {@code gatehouse lint}. */
    static Place place(String command) {
        return Place.ofFile(command.isEmpty() ? "gatehouse" : "gatehouse " + command);
    }

    Surroundings around() {
        return around;
    }

    void color(Colors chosen) {
        colors = chosen;
    }

    Paint paint() {
        return new Paint(isColored(Surroundings.Stream.OUT));
    }

    Palette palette() {
        return isColored(Surroundings.Stream.OUT) ? Palette.ANSI : Palette.PLAIN;
    }

    Help.ColorScheme scheme() {
        return Help.defaultColorScheme(isColored(Surroundings.Stream.OUT) ? Ansi.ON : Ansi.OFF);
    }

    /** Prints data: all of it at once, in UTF-8, on standard output. */
    void print(String data) {
        write(data.getBytes(UTF_8));
    }

    /** As {@link #print}, for what is bytes already. */
    void write(byte[] data) {
        if (pipeIsClosed) {
            return;
        }
        try {
            around.out().write(data);
            around.out().flush();
        } catch (IOException e) {
            pipeIsClosed = true;
            if (!Failures.isBrokenPipe(e)) {
                complain(Failures.unwritable("standard output", e));
                worst = Status.FAILED;
            }
        }
    }

    /** Prints a line for people on standard error. */
    void tell(String line) {
        OutputStream err = around.err();
        try {
            err.write((line + "\n").getBytes(UTF_8));
            err.flush();
        } catch (IOException e) {
            worst = Status.FAILED; // there is nowhere left to say why
        }
    }

    /** Prints findings on standard error. */
    void complain(List<Finding> findings) {
        Paint paint = new Paint(isColored(Surroundings.Stream.ERR));
        findings.stream()
                .sorted()
                .forEach(finding -> tell(FindingLines.of(finding, paint).stripTrailing()));
    }

    /** The status of the call as a whole: worse than {@code status} if output was lost. */
    Status close(Status status) {
        return worst.compareTo(status) > 0 ? worst : status;
    }

    private boolean isColored(Surroundings.Stream stream) {
        return switch (colors) {
            case AUTO -> around.wantsColors(stream);
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
