package dev.gatehouse.load;

import java.time.Duration;
import java.util.List;

/**
 * What a simulation runs.
 *
 * @param turns in order
 * @param calls how contestants are asked
 * @param bodies what is sent
 * @param messages what is sent by gRPC
 * @param metronome what lets users go
 * @param realTime what lets the threads that send go first
 * @param limit how long an answer may take
 */
record Running(
        List<Turn> turns,
        CallBook calls,
        Bodies bodies,
        GrpcBodies messages,
        Metronome metronome,
        RealTime realTime,
        Duration limit) {
    Running {
        turns = List.copyOf(turns);
    }
}
