package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.Optional;

/** One row of the comparison: what is asked of each entry, and of each model on it. */
interface Question {
    /** The row's id. */
    String row();

    /** The rule of the finding that a broken cell of this row is. */
    String rule();

    /** Where the spec asks for it: the subject of the finding. */
    String subject(EntryPath path, Optional<Model> model);

    /** A question that has one answer per entry. */
    interface OfEntry extends Question {
        /** The answer; empty if it is not asked of this entry. */
        Optional<Answered> answer(Topology topology, EntryPath path);
    }

    /** A question whose answer may differ from model to model. */
    interface OfModel extends Question {
        /** The answer; empty if it is not asked of this model on this entry. */
        Optional<Answered> answer(Topology topology, EntryPath path, Model model);
    }

    /** A question that has one answer for the whole platform. */
    interface OfPlatform extends Question {
        /** The answer; empty if it is not asked. */
        Optional<Answered> answer(Topology topology);
    }
}
