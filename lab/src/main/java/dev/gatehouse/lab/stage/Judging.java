package dev.gatehouse.lab.stage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks of one request: first on its head, then on as much of its body as one of them wants to see. */
final class Judging {
    private record Waiting(Check check, int bytes) {}

    private final Asked asked;
    private final List<Waiting> waiting = new ArrayList<>(1);
    private @Nullable ByteBuf body;

    Judging(Asked asked) {
        this.asked = asked;
    }

    Optional<Refusal> head(List<Check> checks) {
        for (Check check : checks) {
            Optional<Refusal> refusal = check.judge(asked);
            if (refusal.isPresent()) {
                waiting.clear();
                return refusal;
            }
            int bytes = check.inspects(asked);
            if (bytes > 0) {
                waiting.add(new Waiting(check, bytes));
            }
        }
        return Optional.empty();
    }

    boolean wantsBody() {
        return !waiting.isEmpty();
    }

    /** Takes in a part, and judges once enough is there. */
    Optional<Refusal> body(ByteBuf part, boolean whole) {
        int most = waiting.stream().mapToInt(Waiting::bytes).max().orElse(0);
        ByteBuf seen = body == null ? Unpooled.buffer(Math.min(most, Math.max(256, part.readableBytes()))) : body;
        body = seen;
        int bytes = Math.min(part.readableBytes(), most - seen.readableBytes());
        seen.writeBytes(part, part.readerIndex(), bytes);
        boolean isAll = whole && bytes == part.readableBytes();
        if (!isAll && seen.readableBytes() < most) {
            return Optional.empty();
        }
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        for (Waiting each : now) {
            int visible = Math.min(each.bytes(), seen.readableBytes());
            Optional<Refusal> refusal =
                    each.check().judge(asked, seen.slice(0, visible), isAll && visible == seen.readableBytes());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
