package dev.gatehouse.report.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.report.view.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A design as a drawing. The same answer gives the same bytes. */
public final class DiagramSvg {
    private DiagramSvg() {}

    /** A file of its own, light or dark as its reader prefers. */
    public static String file(DesignAnswer answer) {
        Drawing drawing = Drawing.of(answer);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + open(answer, drawing, " xmlns=\"http://www.w3.org/2000/svg\"")
                + "<style>\n" + resource("colours.css") + style() + "</style>\n"
                + "<rect class=\"page\" width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\"/>\n"
                + drawing.elements()
                + "</svg>\n";
    }

    /** A part of a page that has {@link #style} and gives the colours. */
    public static String inline(DesignAnswer answer) {
        Drawing drawing = Drawing.of(answer);
        return open(answer, drawing, "") + drawing.elements() + "</svg>\n";
    }

    /** The rules for drawings inside a page. Colours are its custom properties. */
    public static String style() {
        return resource("diagram.css");
    }

    private static String open(DesignAnswer answer, Drawing drawing, String more) {
        String title = Markup.escape(answer.design().title());
        return "<svg class=\"diagram\"" + more + " role=\"img\" width=\"" + drawing.width() + "\" height=\""
                + drawing.height() + "\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height()
                + "\" aria-label=\"" + title + "\">\n<title>" + title + "</title>\n<desc>"
                + Markup.escape(drawing.description()) + "</desc>\n";
    }

    private static String resource(String name) {
        try (InputStream in = DiagramSvg.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the report's archive lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
