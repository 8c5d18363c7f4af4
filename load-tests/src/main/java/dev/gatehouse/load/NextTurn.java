package dev.gatehouse.load;

import io.gatling.core.action.Action;
import io.gatling.core.session.Session;

/**
 * A step at which one user waits, without holding a thread, until a turn makes room for the next. Gatling begins a
 * population when the one before has ended; turns follow each other sooner than that, so what the next population comes
 * after is this user.
 */
final class NextTurn extends LoadAction {
    private final Turn turn;
    private final Metronome metronome;
    private final Action next;

    NextTurn(Turn turn, Metronome metronome, Action next) {
        super("next-turn");
        this.turn = turn;
        this.metronome = metronome;
        this.next = next;
    }

    @Override
    public void execute(Session session) {
        turn.whenNearlyDone(last -> metronome.at(last, () -> session.eventLoop().execute(() -> next.$bang(session))));
    }
}
