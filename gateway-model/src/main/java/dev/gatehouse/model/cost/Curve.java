package dev.gatehouse.model.cost;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A quantity or an amount at any load: straight pieces in exact fractions, with steps between them. The load is a
 * multiple of the spec's, above 0 and up to {@link #MOST}; a piece holds up to its end, which belongs to it.
 *
 * @param pieces lowest load first; the last ends at {@link #MOST}
 */
record Curve(List<Piece> pieces) {
    /** A hundred times the spec's load: the most that is looked at. */
    static final Ratio MOST = Ratio.of(100);

    /**
     * A straight piece.
     *
     * @param to where it ends
     * @param atZero where its line begins, were it to reach back to no load
     * @param slope how much more at the spec's load
     */
    record Piece(Ratio to, Ratio atZero, Ratio slope) {
        Ratio at(Ratio load) {
            return atZero.plus(slope.times(load));
        }

        private boolean isInLineWith(Piece other) {
            return atZero.equals(other.atZero) && slope.equals(other.slope);
        }

        private Piece upTo(Ratio end) {
            return new Piece(end, atZero, slope);
        }

        private Piece plus(Piece other) {
            return new Piece(to, atZero.plus(other.atZero), slope.plus(other.slope));
        }

        private Piece minus(Piece other) {
            return new Piece(to, atZero.minus(other.atZero), slope.minus(other.slope));
        }

        /** Itself, or its two parts where it crosses 0 on the way from {@code from}. */
        private List<Part> ends(Ratio from) {
            if (slope.signum() == 0) {
                return List.of(new Part(to, atZero.signum()));
            }
            Ratio zero = atZero.negated().over(slope);
            if (zero.compareTo(from) <= 0) {
                return List.of(new Part(to, slope.signum()));
            }
            if (zero.compareTo(to) >= 0) {
                return List.of(new Part(to, -slope.signum()));
            }
            return List.of(new Part(zero, -slope.signum()), new Part(to, slope.signum()));
        }
    }

    /**
     * Loads at which a curve has one sign.
     *
     * @param to where they end
     * @param sign below 0, 0 or above; a single load at their very end may come to 0
     */
    record Part(Ratio to, int sign) {}

    /** Copies the pieces; two of one line become one. */
    Curve {
        List<Piece> fewest = new ArrayList<>();
        for (Piece piece : pieces) {
            int last = fewest.size() - 1;
            if (last >= 0 && fewest.get(last).isInLineWith(piece)) {
                fewest.set(last, piece);
            } else {
                fewest.add(piece);
            }
        }
        pieces = List.copyOf(fewest);
    }

    static Curve straight(Ratio atZero, Ratio slope) {
        return new Curve(List.of(new Piece(MOST, atZero, slope)));
    }

    static Curve level(Ratio value) {
        return straight(value, Ratio.ZERO);
    }

    static Curve zero() {
        return level(Ratio.ZERO);
    }

    /** The value at a load above 0. */
    Ratio at(Ratio load) {
        return pieces.stream()
                .filter(piece -> load.compareTo(piece.to()) <= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(load + " times the load is more than is looked at"))
                .at(load);
    }

    Curve plus(Curve other) {
        return together(other, (from, one, two) -> List.of(one.plus(two)));
    }

    Curve minus(Curve other) {
        return plus(other.times(Ratio.of(-1)));
    }

    Curve times(Ratio factor) {
        return new Curve(pieces.stream()
                .map(piece -> new Piece(
                        piece.to(), piece.atZero().times(factor), piece.slope().times(factor)))
                .toList());
    }

    /** The larger of both, with a new end where they cross. */
    Curve max(Curve other) {
        return together(other, (from, one, two) -> {
            Piece difference = one.minus(two);
            return difference.ends(from).stream()
                    .map(part -> (part.sign() >= 0 ? one : two).upTo(part.to()))
                    .toList();
        });
    }

    /** Started units as whole ones: a step at each load where the value is whole. It may not fall. */
    Curve ceiling() {
        List<Piece> steps = new ArrayList<>();
        Ratio from = Ratio.ZERO;
        for (Piece piece : pieces) {
            while (from.compareTo(piece.to()) < 0) {
                Ratio whole = new Ratio(next(piece, from), BigInteger.ONE);
                Ratio end = piece.slope().signum() == 0
                        ? piece.to()
                        : least(piece.to(), whole.minus(piece.atZero()).over(piece.slope()));
                steps.add(new Piece(end, whole, Ratio.ZERO));
                from = end;
            }
        }
        return new Curve(steps);
    }

    /** The whole number that counts just above a load: the next one where the value is whole and rises. */
    private static BigInteger next(Piece piece, Ratio from) {
        Ratio value = piece.at(from);
        boolean rises = piece.slope().signum() > 0 && value.isWhole();
        return rises ? value.ceiling().add(BigInteger.ONE) : value.ceiling();
    }

    /** The highest load up to which a curve that never falls is at most {@code bound}; 0 if it is above at once. */
    Ratio reaches(Ratio bound) {
        Ratio from = Ratio.ZERO;
        for (Piece piece : pieces) {
            if (piece.at(piece.to()).compareTo(bound) > 0) {
                return piece.slope().signum() == 0
                        ? from
                        : greatest(from, bound.minus(piece.atZero()).over(piece.slope()));
            }
            from = piece.to();
        }
        return MOST;
    }

    /** Where it is below, at and above 0, lowest load first. */
    List<Part> signs() {
        List<Part> signs = new ArrayList<>();
        Ratio from = Ratio.ZERO;
        for (Piece piece : pieces) {
            signs.addAll(piece.ends(from));
            from = piece.to();
        }
        return signs;
    }

    /** What two curves come to between two loads where both are straight. */
    private interface Joint {
        List<Piece> of(Ratio from, Piece one, Piece two);
    }

    private Curve together(Curve other, Joint joint) {
        List<Piece> joined = new ArrayList<>();
        Ratio from = Ratio.ZERO;
        int one = 0;
        int two = 0;
        while (one < pieces.size() && two < other.pieces.size()) {
            Piece ours = pieces.get(one);
            Piece theirs = other.pieces.get(two);
            Ratio end = least(ours.to(), theirs.to());
            joined.addAll(joint.of(from, ours.upTo(end), theirs.upTo(end)));
            one += ours.to().equals(end) ? 1 : 0;
            two += theirs.to().equals(end) ? 1 : 0;
            from = end;
        }
        return new Curve(joined);
    }

    private static Ratio least(Ratio one, Ratio other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Ratio greatest(Ratio one, Ratio other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
