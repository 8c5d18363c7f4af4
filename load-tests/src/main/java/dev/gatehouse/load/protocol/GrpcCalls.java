package dev.gatehouse.load.protocol;

import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client of gRPC: one message is sent, and one or a stream of them comes back. The calls of a loop share a
 * connection, as the calls of a channel do; one more is opened when as many are under way as the server allows, 100 at
 * most. A call that the server refused before it began goes once more by another connection, as every client of gRPC
 * does it.
 */
public final class GrpcCalls implements Calls {
    private record Key(EventLoop loop, String line) {}

    private final Map<Key, Deque<GrpcConnection>> kept = new ConcurrentHashMap<>();
    private final ChannelGroup all = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

    /** A client without connections. */
    public GrpcCalls() {}

    @Override
    public void call(EventLoop loop, Question question, boolean keep, Duration limit, Listener listener) {
        send(loop, question, keep, Open.begin(loop, limit, listener));
    }

    private void send(EventLoop loop, Question question, boolean keep, Open open) {
        GrpcConnection connection = keep ? kept(loop, question) : GrpcConnection.dial(loop, question.dialler(), all);
        connection.ask(question, open, !keep, () -> send(loop, question, keep, open));
    }

    private GrpcConnection kept(EventLoop loop, Question question) {
        Deque<GrpcConnection> there = kept.computeIfAbsent(new Key(loop, question.line()), none -> new ArrayDeque<>());
        for (Iterator<GrpcConnection> each = there.iterator(); each.hasNext(); ) {
            GrpcConnection connection = each.next();
            if (connection.takesMore()) {
                return connection;
            }
            if (connection.hasLeft()) {
                each.remove();
            }
        }
        GrpcConnection dialled = GrpcConnection.dial(loop, question.dialler(), all);
        there.addFirst(dialled);
        return dialled;
    }

    @Override
    public void close() {
        all.close();
    }
}
