package dev.gatehouse.report.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The drawing of a design. */
final class DiagramSvgTest {
    private static Document parsed(DesignAnswer answer) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(DiagramSvg.file(answer).getBytes(UTF_8)));
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }

    private static List<Element> ofClass(Document document, String tag, String word) {
        return elements(document, tag).stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ", -1)).contains(word))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_hop_has_its_shape(Comparison comparison) throws Exception {
        for (DesignAnswer answer : comparison.designs()) {
            Document drawing = parsed(answer);
            long ownBalancers = answer.topology().paths().stream()
                    .filter(path -> !answer.topology().hops().contains(path.entrance()))
                    .count();

            assertThat(ofClass(drawing, "rect", "hop"))
                    .hasSize(Math.toIntExact(count(answer, Stance.ON_PATH) + ownBalancers));
            assertThat(ofClass(drawing, "rect", "badge")).hasSize(Math.toIntExact(count(answer, Stance.ATTACHED)));
            assertThat(ofClass(drawing, "rect", "consulted")).hasSize(Math.toIntExact(count(answer, Stance.CONSULTED)));
        }
    }

    private static long count(DesignAnswer answer, Stance stance) {
        return answer.topology().hops().stream()
                .filter(hop -> hop.stance() == stance)
                .count();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void everything_stands_inside_the_drawing(Comparison comparison) throws Exception {
        for (DesignAnswer answer : comparison.designs()) {
            Document drawing = parsed(answer);
            int width = Integer.parseInt(drawing.getDocumentElement().getAttribute("width"));
            int height = Integer.parseInt(drawing.getDocumentElement().getAttribute("height"));

            assertThat(elements(drawing, "text")).allSatisfy(text -> {
                assertThat(Integer.parseInt(text.getAttribute("x"))).isBetween(0, width);
                assertThat(Integer.parseInt(text.getAttribute("y"))).isBetween(8, height - 4);
            });
            assertThat(elements(drawing, "rect")).allSatisfy(box -> {
                int left = box.hasAttribute("x") ? Integer.parseInt(box.getAttribute("x")) : 0;
                assertThat(left + Integer.parseInt(box.getAttribute("width"))).isBetween(0, width);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void shapes_of_one_row_do_not_overlap(Comparison comparison) throws Exception {
        for (DesignAnswer answer : comparison.designs()) {
            List<Element> boxes = new ArrayList<>();
            for (String word : List.of("hop", "client", "consulted")) {
                boxes.addAll(ofClass(parsed(answer), "rect", word));
            }
            for (Element box : boxes) {
                assertThat(boxes.stream().filter(other -> overlap(box, other)).count())
                        .isEqualTo(1);
            }
        }
    }

    private static boolean overlap(Element a, Element b) {
        return number(a, "x") < number(b, "x") + number(b, "width")
                && number(b, "x") < number(a, "x") + number(a, "width")
                && number(a, "y") < number(b, "y") + number(b, "height")
                && number(b, "y") < number(a, "y") + number(a, "height");
    }

    private static int number(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }

    @Test
    void look_as_they_should_with_every_kind_of_cell() {
        Map<String, String> drawings = new TreeMap<>();
        Samples.everyKindOfCell(Specs.riskModels())
                .designs()
                .forEach(answer -> drawings.put(answer.design().id() + ".svg", DiagramSvg.inline(answer)));

        Goldens.folder("diagram", drawings);
    }
}
