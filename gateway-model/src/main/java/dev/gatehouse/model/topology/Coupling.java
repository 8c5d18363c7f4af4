package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import java.util.List;
import java.util.Optional;

/** What follows for the hop that counts consumers from who has verified them. */
sealed interface Coupling {
    /** What it rests on; empty where it follows from the order of the hops alone. */
    List<Fact> facts();

    /** The two go together, if the condition is seen to. */
    record Fits(Optional<Condition> condition, List<Fact> facts) implements Coupling {
        public Fits {
            facts = List.copyOf(facts);
        }
    }

    /** The two don't go together. */
    record Refused(String why, List<Fact> facts) implements Coupling {
        public Refused {
            facts = List.copyOf(facts);
        }
    }

    /** Nothing is known that would say whether they do. */
    record Unsure(String missing, List<Fact> facts) implements Coupling {
        public Unsure {
            facts = List.copyOf(facts);
        }
    }
}
