package dev.gatehouse.measurements.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One that takes part in every round.
 *
 * @param name what files and verdicts call it; unique in a plan
 * @param subject the id of a design of the lab, or the URL of a live endpoint
 * @param role what it is there for
 */
public record Contestant(String name, String subject, Role role) {
    /** The name of the contestant without a hop. */
    public static final String DIRECT = "direct";

    /** What a contestant is there for. */
    public enum Role {
        /** A design or endpoint in question. */
        DESIGN,
        /** The model server without any hop: what the designs add something to. */
        DIRECT,
        /** A second run of a design under another name: its difference is noise. */
        TWIN;

        /** {@code design}, {@code direct} or {@code twin}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A design of the lab, by its id. */
    public static Contestant design(String id) {
        return new Contestant(id, id, Role.DESIGN);
    }

    /** A live endpoint. */
    public static Contestant live(String name, String url) {
        return new Contestant(name, url, Role.DESIGN);
    }

    /** The model server without any hop. */
    public static Contestant direct() {
        return new Contestant(DIRECT, DIRECT, Role.DIRECT);
    }

    /** The same once more under another name. */
    public Contestant twin() {
        return new Contestant(name + ".twin", subject, Role.TWIN);
    }

    /** The designs of those ids, then {@code direct}, then the twin of the first design. */
    public static List<Contestant> ofDesigns(List<String> ids) {
        List<Contestant> all =
                new ArrayList<>(ids.stream().map(Contestant::design).toList());
        Contestant twin = all.get(0).twin();
        all.add(direct());
        all.add(twin);
        return List.copyOf(all);
    }
}
