package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a topology every question: a cell per entry, and per model where the models' answers differ. */
final class CellFold {
    private static final Answered NOT_ASKED = new Answered(new NotAsked(), List.of());

    private final Topology topology;

    CellFold(Topology topology) {
        this.topology = topology;
    }

    List<Cell> cells() {
        return Questions.ALL.stream()
                .flatMap(question -> cells(question).stream())
                .toList();
    }

    private List<Cell> cells(Question question) {
        if (question instanceof Question.OfPlatform platform) {
            Answered answered = platform.answer(topology).orElse(NOT_ASKED);
            for (EntryPath path : topology.paths()) {
                answered = Needed.orUnknown(question.row(), topology.known(), path, answered);
            }
            return List.of(cell(question, Optional.empty(), Optional.empty(), answered));
        }
        List<Cell> cells = new ArrayList<>();
        for (EntryPath path : topology.paths()) {
            if (question instanceof Question.OfEntry entry) {
                cells.add(cell(
                        question,
                        Optional.of(path),
                        Optional.empty(),
                        needed(question, path, entry.answer(topology, path).orElse(NOT_ASKED))));
            } else if (question instanceof Question.OfModel model) {
                cells.addAll(cells(model, path));
            }
        }
        return cells;
    }

    private Answered needed(Question question, EntryPath path, Answered answered) {
        return Needed.orUnknown(question.row(), topology.known(), path, answered);
    }

    private List<Cell> cells(Question.OfModel question, EntryPath path) {
        Map<Model, Answered> answers = new LinkedHashMap<>();
        for (Model model : topology.spec().modelsOf(path.entry())) {
            question.answer(topology, path, model)
                    .ifPresent(answered -> answers.put(model, needed(question, path, answered)));
        }
        if (answers.isEmpty()) {
            return List.of(cell(question, Optional.of(path), Optional.empty(), NOT_ASKED));
        }
        boolean oneAnswer = answers.values().stream().distinct().count() == 1
                && answers.size() == topology.spec().modelsOf(path.entry()).size();
        if (oneAnswer) {
            return List.of(cell(
                    question,
                    Optional.of(path),
                    Optional.empty(),
                    answers.values().iterator().next()));
        }
        return answers.entrySet().stream()
                .map(answer -> cell(question, Optional.of(path), Optional.of(answer.getKey()), answer.getValue()))
                .toList();
    }

    private static Cell cell(Question question, Optional<EntryPath> path, Optional<Model> model, Answered answered) {
        return new Cell(
                question.row(),
                path.map(each -> each.entry().name()),
                model.map(Model::name),
                answered.outcome(),
                answered.facts(),
                Optional.empty(),
                Optional.empty());
    }
}
