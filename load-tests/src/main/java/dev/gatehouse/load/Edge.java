package dev.gatehouse.load;

import dev.gatehouse.load.protocol.Loss;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.model.hop.HopKind;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;

/**
 * Which hop a lost request is put down to.
 *
 * @param hop the kind of hop that the client is connected to, or {@code unknown}: whatever breaks a connection off, it
 *     is the one that does it
 * @param silent who answers without naming itself: of the lab's hops only the ingress does
 */
record Edge(String hop, String silent) {
    private static final String HOP = "x-gatehouse-hop";
    private static final String MODEL = "x-model";

    /** The edge of a call of a load test. */
    static Edge of(Call call) {
        boolean alone = call.edge().equals(Failure.UNKNOWN) || call.edge().equals(HopKind.MODEL_SERVICE.id());
        return new Edge(call.edge(), alone ? call.edge() : HopKind.AMBASSADOR.id());
    }

    /** Who gave an answer: it says so, or it is a model's, which say which they are. */
    String answered(HttpHeaders told) {
        return named(told, told.contains(MODEL) ? HopKind.MODEL_SERVICE.id() : silent);
    }

    /** Who an answer that is none, or not whole, came from. */
    String brokeOff(HttpHeaders told) {
        return named(told, hop);
    }

    /** Why a call has no proper answer, and whose doing that is. */
    Failure failure(Loss loss) {
        return new Failure(loss.kind(), loss.isAnswer() ? answered(loss.told()) : brokeOff(loss.told()));
    }

    private static String named(HttpHeaders told, String otherwise) {
        String named = told.get(HOP);
        return named == null ? otherwise : named.toLowerCase(Locale.ROOT);
    }
}
