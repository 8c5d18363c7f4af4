package dev.gatehouse.model.fact;

import dev.gatehouse.model.hop.Stance;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a sheet says of the component as a whole.
 *
 * @param kind its kind, such as {@code network-load-balancer}
 * @param title its name as a reader knows it, such as {@code Network Load Balancer}
 * @param layer where in the stack of protocols it works
 * @param stance how a request meets it
 * @param launched its first day; {@link LocalDate#MIN} if it was always there as far as the sheet knows
 * @param needed the names that answers need of it: a sheet that has lost one of them leaves the answers unknown, while
 *     a name that is neither here nor on the sheet says that there is no such thing
 */
public record Component(String kind, String title, Layer layer, Stance stance, LocalDate launched, Set<String> needed) {
    /** Copies {@code needed}. */
    public Component {
        needed = Collections.unmodifiableSet(new TreeSet<>(needed));
    }

    /** Where in the stack of protocols a component works. */
    public enum Layer {
        /** Packets. */
        NETWORK("3"),
        /** Connections. */
        TRANSPORT("4"),
        /** Requests. */
        APPLICATION("7"),
        /** Names. */
        DNS("dns"),
        /** No traffic of a request meets it. */
        NONE("none");

        private final String word;

        Layer(String word) {
            this.word = word;
        }

        /** The word on a sheet: {@code 3}, {@code 4}, {@code 7}, {@code dns} or {@code none}. */
        public String word() {
            return word;
        }

        static Optional<Layer> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(layer -> layer.word.equals(word))
                    .findFirst();
        }
    }

    /** Whether it is there on that day. */
    public boolean isLaunchedBy(LocalDate day) {
        return !day.isBefore(launched);
    }
}
