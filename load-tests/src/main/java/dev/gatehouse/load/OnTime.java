package dev.gatehouse.load;

import io.gatling.core.action.Action;
import io.gatling.core.session.Session;

/**
 * A step of a Gatling scenario at which each virtual user waits for the moment of its arrival. Gatling injects users
 * ahead of their time, since its own timers are too coarse; here they are held, without holding a thread.
 */
final class OnTime extends LoadAction {
    private final Turn turn;
    private final Metronome metronome;
    private final Action next;

    OnTime(Turn turn, Metronome metronome, Action next) {
        super("on-time");
        this.turn = turn;
        this.metronome = metronome;
        this.next = next;
    }

    /** Takes the next arrival of the turn for a user, and lets the user go on when it is due. */
    @Override
    public void execute(Session session) {
        Turn.Place place = turn.next();
        Session holding = session.set(Turn.PLACE, place);
        metronome.at(
                place.dueNanos() - metronome.precision().wakingNanos(),
                () -> session.eventLoop().execute(() -> go(place.dueNanos(), holding)));
    }

    /** The loop was woken early, since waking takes it as long as a hop takes a request; the rest it watches. */
    private void go(long dueNanos, Session holding) {
        while (System.nanoTime() - dueNanos < 0) {
            Thread.onSpinWait();
        }
        next.$bang(holding);
    }
}
