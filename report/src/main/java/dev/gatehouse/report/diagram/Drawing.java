package dev.gatehouse.report.diagram;

import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A drawing: the path as a row of boxes from the clients to the models; above it what is asked, what is attached and
 * who enters inside the VPC; below each box the promises that it keeps or breaks.
 *
 * @param width in the units of the drawing
 * @param height in the units of the drawing
 * @param elements the elements inside {@code <svg>}
 * @param description the drawing in words
 */
record Drawing(int width, int height, String elements, String description) {
    private static final int MARGIN = 14;
    private static final int CLIENT = 118;
    private static final int BOX = 148;
    private static final int GAP = 104;
    private static final int BOX_HEIGHT = 66;
    private static final int LANE = 40;
    private static final int STEP = 18;
    private static final int LETTER = 8;

    static Drawing of(DesignAnswer answer) {
        return new Draft(answer).drawing();
    }

    /** One drawing while it is drawn. */
    private static final class Draft {
        private final Topology topology;
        private final List<Hop> path;
        private final List<Promise> promises;
        private final Pen pen = new Pen();
        private final int top;

        Draft(DesignAnswer answer) {
            this.topology = answer.topology();
            this.path = topology.hops().stream()
                    .filter(hop -> hop.stance() == Stance.ON_PATH)
                    .toList();
            this.promises = Promise.of(answer);
            boolean lane = !inside().isEmpty() || topology.hops().stream().anyMatch(this::isConsulted);
            boolean attached = topology.hops().stream().anyMatch(hop -> hop.stance() == Stance.ATTACHED);
            this.top = MARGIN + (lane ? LANE + 46 : attached ? 22 : 4);
        }

        Drawing drawing() {
            clients();
            int deepest = top + BOX_HEIGHT;
            for (int at = 0; at < path.size(); at++) {
                wire(at);
                hop(at);
                deepest = Math.max(deepest, promises(at));
            }
            topology.hops().stream().filter(this::isConsulted).forEach(this::consulted);
            inside().forEach(this::insider);
            int height = whole(deepest) + MARGIN;
            return new Drawing(x(path.size()) - GAP + MARGIN, height, pen.toString(), description());
        }

        private boolean isConsulted(Hop hop) {
            return hop.stance() == Stance.CONSULTED;
        }

        private static int x(int at) {
            return MARGIN + CLIENT + GAP + at * (BOX + GAP);
        }

        private int middle() {
            return top + BOX_HEIGHT / 2;
        }

        /** The entries that take the design's whole path. */
        private List<Entry> through() {
            return topology.paths().stream()
                    .filter(entry -> entry.entrance().equals(path.get(0)))
                    .map(EntryPath::entry)
                    .toList();
        }

        /** The entries that begin inside the VPC, behind the edge or beside it. */
        private List<EntryPath> inside() {
            return topology.paths().stream()
                    .filter(entry -> !entry.entrance().equals(path.get(0)))
                    .toList();
        }

        private void clients() {
            List<Entry> entries = through();
            pen.box("client", MARGIN, top, CLIENT, BOX_HEIGHT, 10);
            int y = middle() - (Math.min(entries.size(), 3) * 15) / 2;
            pen.text("name", MARGIN + CLIENT / 2, y, "Clients");
            int shown = 0;
            for (Entry entry : entries.subList(0, Math.min(entries.size(), 3))) {
                shown++;
                boolean more = shown == 3 && entries.size() > 3;
                pen.text(
                        "entry",
                        MARGIN + CLIENT / 2,
                        y + shown * 16,
                        more ? "and " + (entries.size() - 2) + " more" : called(entry));
            }
        }

        private String called(Entry entry) {
            return cut(
                    entry.name() + " :" + topology.clientPort(entry)
                            + (topology.needsClientCertificates(entry) ? " mTLS" : ""),
                    CLIENT);
        }

        private void wire(int at) {
            int from = at == 0 ? MARGIN + CLIENT : x(at - 1) + BOX;
            int middle = (from + x(at)) / 2;
            WireLabel label = WireLabel.arrivingAt(topology, path.get(at), wired(at));
            pen.arrowRight(label.tls() ? "wire" : "clear", from + 4, x(at) - 3, middle());
            pen.text("carries", middle, middle() - 8, label.carries());
            pen.text("address", middle, middle() + 17, label.address());
            int y = middle() + 31;
            for (String other : label.others()) {
                pen.text("address", middle, y, cut(other, GAP + 30));
                y += 13;
            }
        }

        /** The entries whose requests come to a hop from the one before it. */
        private List<Entry> wired(int at) {
            return at == 0
                    ? through()
                    : topology.paths().stream()
                            .filter(entry -> entry.onPath().contains(path.get(at)))
                            .filter(entry -> !entry.entrance().equals(path.get(at)))
                            .filter(entry -> entry.onPath().contains(path.get(at - 1)))
                            .map(EntryPath::entry)
                            .toList();
        }

        private void hop(int at) {
            Hop hop = path.get(at);
            boolean cluster =
                    hop.kind().equals(HopKind.AMBASSADOR) || hop.kind().equals(HopKind.MODEL_SERVICE);
            box(cluster ? "hop cluster" : "hop", hop, x(at), top, BOX_HEIGHT);
            int badges = 0;
            for (Hop attached : topology.hops()) {
                if (attached instanceof WebAcl acl && acl.attachedTo().equals(hop.kind())) {
                    String name = Labels.hop(topology.facts(), attached.kind());
                    int width = name.length() * LETTER + 18;
                    pen.box("badge", x(at) + (BOX - width) / 2, top - 15 - badges * 24, width, 22, 11);
                    pen.text("badge-text", x(at) + BOX / 2, top - badges * 24, name);
                    badges++;
                }
            }
        }

        private void box(String kind, Hop hop, int x, int y, int height) {
            pen.box(kind, x, y, BOX, height, 8);
            List<String> name = inTwo(Labels.hop(topology.facts(), hop.kind()));
            int line = y + height / 2 + 1 - name.size() * 6;
            for (String part : name) {
                pen.text("name", x + BOX / 2, line, part);
                line += 15;
            }
            pen.text("caption", x + BOX / 2, line + 2, hop.accept(new Caption(topology.spec())));
        }

        private int promises(int at) {
            int y = top + BOX_HEIGHT + 24;
            for (Promise promise : promises) {
                if (promise.hop().filter(kind -> standsAt(kind, path.get(at))).isEmpty()) {
                    continue;
                }
                String by = promise.hop()
                        .filter(kind -> !kind.equals(path.get(at).kind()))
                        .map(kind -> " · " + kind)
                        .orElse("");
                pen.text(
                        promise.state().word(),
                        x(at) + 2,
                        y,
                        cut(Labels.sign(promise.state()) + " " + promise.text() + by, BOX + GAP - 8));
                y += STEP;
            }
            return y;
        }

        private boolean standsAt(HopKind kind, Hop hop) {
            return kind.equals(hop.kind())
                    || topology.hops().stream()
                            .anyMatch(other -> other instanceof WebAcl acl
                                    && acl.kind().equals(kind)
                                    && acl.attachedTo().equals(hop.kind()));
        }

        private void consulted(Hop hop) {
            int x = MARGIN + CLIENT / 2;
            pen.line("ask", "M" + x + " " + top + "V" + (MARGIN + LANE));
            pen.box("consulted", MARGIN, MARGIN, BOX, LANE, 8);
            pen.text("name", MARGIN + BOX / 2, MARGIN + 18, Labels.hop(topology.facts(), hop.kind()));
            pen.text("caption", MARGIN + BOX / 2, MARGIN + 33, hop.accept(new Caption(topology.spec())));
        }

        /** An entry inside the VPC: above the hop where it comes in, or with a balancer of its own above the path. */
        private void insider(EntryPath inside) {
            int at = path.indexOf(inside.entrance());
            if (at >= 0) {
                pen.box("client", x(at), MARGIN, BOX, LANE, 10);
                insideText(inside, x(at) + BOX / 2);
                pen.arrowDown(arriving(inside), x(at) + BOX - 22, MARGIN + LANE, top - 2);
                return;
            }
            int joins = path.indexOf(inside.onPath().get(1));
            int own = x(Math.max(joins - 1, 0));
            pen.box("client", MARGIN, MARGIN, CLIENT, LANE, 10);
            insideText(inside, MARGIN + CLIENT / 2);
            pen.arrowRight(arriving(inside), MARGIN + CLIENT + 4, own - 3, MARGIN + LANE / 2);
            box("hop", inside.entrance(), own, MARGIN - 8, LANE + 18);
            int into = x(joins) + BOX - 22;
            String kind = topology.wires(inside.entry()).get(1).tls() ? "wire" : "clear";
            pen.line(kind, "M" + (own + BOX) + " " + (MARGIN + LANE / 2) + "H" + into);
            pen.arrowDown(kind, into, MARGIN + LANE / 2, top - 2);
        }

        private void insideText(EntryPath inside, int x) {
            pen.text(
                    "entry",
                    x,
                    MARGIN + 17,
                    cut(inside.entry().name() + " :" + topology.clientPort(inside.entry()), BOX));
            pen.text("caption", x, MARGIN + 32, "inside the VPC");
        }

        private String arriving(EntryPath inside) {
            return topology.wires(inside.entry()).get(0).tls() ? "wire" : "clear";
        }

        /** What the path as a whole keeps, or breaks for want of a hop. */
        private int whole(int deepest) {
            List<Promise> rest = promises.stream()
                    .filter(promise -> path.stream()
                            .noneMatch(hop -> promise.hop()
                                    .filter(kind -> standsAt(kind, hop))
                                    .isPresent()))
                    .toList();
            if (rest.isEmpty()) {
                return deepest;
            }
            int y = deepest + 14;
            pen.text("note", MARGIN, y, "The path as a whole:");
            int x = MARGIN + 130;
            int end = x(path.size()) - GAP;
            for (Promise promise : rest) {
                String text = Labels.sign(promise.state()) + " " + promise.text()
                        + promise.hop().map(kind -> " · " + kind).orElse("");
                if (x + text.length() * LETTER > end) {
                    x = MARGIN + 130;
                    y += STEP;
                }
                pen.text(promise.state().word(), x, y, text);
                x += text.length() * LETTER + 16;
            }
            return y + 6;
        }

        private String description() {
            String kept = promises.stream()
                    .map(promise -> promise.text() + " " + promise.state().word()
                            + promise.hop().map(kind -> " by " + kind).orElse(""))
                    .collect(Collectors.joining("; "));
            return "From the clients to the models: "
                    + topology.hops().stream().map(hop -> hop.kind().id()).collect(Collectors.joining(", "))
                    + ". " + kept;
        }
    }

    private static List<String> inTwo(String name) {
        if (name.length() <= 17) {
            return List.of(name);
        }
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        String last = words.remove(words.size() - 1);
        Optional<String> before =
                words.size() > 1 && last.length() + words.get(words.size() - 1).length() < 14
                        ? Optional.of(words.remove(words.size() - 1))
                        : Optional.empty();
        return List.of(String.join(" ", words), before.map(word -> word + " ").orElse("") + last);
    }

    private static String cut(String text, int width) {
        int most = width / 6;
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
