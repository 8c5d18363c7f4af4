package dev.gatehouse.ambassador.route;

import java.util.Map;

/** Whether a route's requests are put to the external authorization service, where there is one. */
public sealed interface Authorization {
    /**
     * They are.
     *
     * @param context what is told to the service besides; mostly empty
     */
    record Ask(Map<String, String> context) implements Authorization {
        /** Copies {@code context}. */
        public Ask {
            context = Map.copyOf(context);
        }
    }

    /** They are not. */
    record Bypass() implements Authorization {}
}
