package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Durations;
import java.time.Duration;
import java.util.Optional;

/** Checks that a model's times fit each other: {@code answers} and {@code stream}. */
final class DurationsCheck {
    private DurationsCheck() {}

    static void check(Model model, Complaints complaints) {
        String subject = ModelCheck.subject(model);
        model.answers().ifPresent(answers -> answers(model, answers, subject + ".answers", complaints));
        model.stream().ifPresent(stream -> stream(model, stream, subject + ".stream", complaints));
    }

    private static void answers(Model model, Answers answers, String subject, Complaints complaints) {
        if (answers.p99().isEmpty() && answers.atMost().isEmpty()) {
            complaints.error(
                    SpecRules.ANSWERS,
                    subject,
                    "answers says nothing",
                    "",
                    "write p99 or at-most, or leave answers out");
        }
        positive(subject + ".p99", answers.p99(), complaints);
        positive(subject + ".at-most", answers.atMost(), complaints);
        if (answers.atMost().isPresent() && model.isStreamed()) {
            boolean webSocket = model.protocol() == Protocol.WEBSOCKET;
            complaints.error(
                    SpecRules.ANSWERS,
                    subject + ".at-most",
                    webSocket ? "a WebSocket has no whole answer" : "both answers and stream say at-most",
                    webSocket
                            ? "it stays open until one side ends it"
                            : "two bounds for one answer contradict each other",
                    webSocket ? "leave at-most out" : "keep the one of stream");
            return;
        }
        Duration bound = answers.atMost().orElse(Model.ASSUMED_AT_MOST);
        if (!model.isStreamed()
                && answers.p99().filter(p99 -> p99.compareTo(bound) > 0).isPresent()) {
            complaints.error(
                    SpecRules.ANSWERS,
                    subject + ".p99",
                    "p99 " + Durations.format(answers.p99().get()) + " is longer than at-most "
                            + Durations.format(bound) + (answers.atMost().isEmpty() ? ", which is assumed" : ""),
                    "p99 is the model's own time, at-most what a caller waits for: more than one in a hundred would fail",
                    "write at-most: " + Durations.format(answers.p99().get().multipliedBy(2)) + " or so");
        }
    }

    private static void stream(Model model, Streaming stream, String subject, Complaints complaints) {
        positive(subject + ".first-token", stream.firstToken(), complaints);
        positive(subject + ".longest-gap", Optional.of(stream.longestGap()), complaints);
        positive(subject + ".at-most", stream.atMost(), complaints);
        if (model.protocol() == Protocol.WEBSOCKET) {
            alone(subject + ".first-token", stream.firstToken(), complaints);
            alone(subject + ".at-most", stream.atMost(), complaints);
            return;
        }
        needed(subject + ".first-token", "8 s", stream.firstToken(), complaints);
        needed(subject + ".at-most", "120 s", stream.atMost(), complaints);
        stream.atMost().ifPresent(atMost -> {
            within(subject + ".first-token", "first-token", stream.firstToken(), atMost, complaints);
            within(subject + ".longest-gap", "longest-gap", Optional.of(stream.longestGap()), atMost, complaints);
        });
    }

    private static void positive(String subject, Optional<Duration> time, Complaints complaints) {
        time.filter(Duration::isZero)
                .ifPresent(zero -> complaints.error(
                        SpecRules.ANSWERS,
                        subject,
                        "no time at all",
                        "nothing answers at once",
                        "write more than 0 s"));
    }

    private static void alone(String subject, Optional<Duration> time, Complaints complaints) {
        time.ifPresent(given -> complaints.error(
                SpecRules.STREAM,
                subject,
                "a WebSocket has neither a first token nor an end",
                "it stays open until one side ends it; only its longest silence matters to the hops",
                "keep longest-gap alone"));
    }

    private static void needed(String subject, String example, Optional<Duration> time, Complaints complaints) {
        if (time.isEmpty()) {
            String word = subject.substring(subject.lastIndexOf('.') + 1);
            complaints.error(
                    SpecRules.STREAM,
                    subject,
                    "the stream has no " + word,
                    "first-token, longest-gap and at-most meet three different limits of hops",
                    "add " + word + ": " + example);
        }
    }

    private static void within(
            String subject, String word, Optional<Duration> part, Duration whole, Complaints complaints) {
        part.filter(time -> time.compareTo(whole) > 0)
                .ifPresent(time -> complaints.error(
                        SpecRules.STREAM,
                        subject,
                        word + " " + Durations.format(time) + " is longer than at-most " + Durations.format(whole),
                        "a part of the answer can't take longer than the whole",
                        "write " + Durations.format(whole) + " or less, or a longer at-most"));
    }
}
