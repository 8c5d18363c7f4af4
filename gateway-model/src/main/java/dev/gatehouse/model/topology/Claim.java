package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import java.util.List;

/** What a hop can say to one requirement on one entry. */
sealed interface Claim {
    /** The facts that it rests on, the deciding one first. */
    List<Fact> facts();

    /** It can keep it. */
    record Can(String how, List<Condition> conditions, List<Fact> facts) implements Claim {
        public Can {
            conditions = List.copyOf(conditions);
            facts = List.copyOf(facts);
        }
    }

    /** It can't. */
    record Cannot(String why, List<Fact> facts) implements Claim {
        public Cannot {
            facts = List.copyOf(facts);
        }
    }

    /** It may; what is known is not enough to rely on it. */
    record Unsure(String missing, List<Fact> facts) implements Claim {
        public Unsure {
            facts = List.copyOf(facts);
        }
    }
}
