package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.ServerOptions;

/** Labs of tests that ask what is answered and not how soon: a busy machine keeps their time limits too. */
final class UnhurriedLab {
    static final LabOptions OPTIONS = LabOptions.standard().clock(Pace.REAL.slowed(20));

    /** The same with models that answer at once. */
    static final LabOptions AT_ONCE = OPTIONS.with(ServerOptions.STANDARD.atOnce());

    private UnhurriedLab() {}
}
