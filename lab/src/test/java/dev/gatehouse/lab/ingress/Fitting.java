package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.RawClient.Received;
import dev.gatehouse.ambassador.explain.Answer;

/** Whether what came back is what was said. */
final class Fitting {
    private Fitting() {}

    static boolean fits(Answer answer, Received received) {
        if (answer instanceof Answer.Forwarded forwarded) {
            return received.status() == (forwarded.upgrade().isEmpty() ? 200 : 101)
                    && received.header("x-upstream").equals(forwarded.upstream())
                    && received.header("x-target").equals(forwarded.target())
                    && received.header("x-host").equals(forwarded.host());
        }
        if (answer instanceof Answer.Redirected redirected) {
            return received.status() == redirected.status()
                    && received.header("location").equals(redirected.location());
        }
        if (answer instanceof Answer.Refused refused) {
            return received.status() == refused.status()
                    && received.header("x-upstream").isEmpty();
        }
        return received.status() == 0;
    }
}
