package dev.gatehouse.load.protocol;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client of WebSockets: a call is one message, and the next message that comes back is its answer. So a WebSocket
 * carries one call at a time; a call takes one that waits, or opens one, and its upgrade is part of that call's time.
 */
public final class WebSocketCalls implements Calls {
    private record Key(EventLoop loop, String line) {}

    private final Map<Key, Deque<WebSocketTalk>> idle = new ConcurrentHashMap<>();
    private final ChannelGroup all = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

    /** A client without connections. */
    public WebSocketCalls() {}

    @Override
    public void call(EventLoop loop, Question question, boolean keep, Duration limit, Listener listener) {
        Open open = Open.begin(loop, limit, listener);
        Deque<WebSocketTalk> waiting = idle.computeIfAbsent(new Key(loop, question.line()), none -> new ArrayDeque<>());
        WebSocketTalk kept = keep ? waiting.pollFirst() : null;
        if (kept != null) {
            kept.ask(question, open);
            return;
        }
        WebSocketTalk talk = new WebSocketTalk(question, open, waiting, keep);
        Dialling.begin(loop, question.dialler(), false, all, pipeline -> pipeline.addLast(new HttpClientCodec(), talk))
                .addListener((Future<Channel> dialled) -> {
                    if (dialled.isSuccess()) {
                        talk.upgrade(dialled.getNow());
                    } else {
                        open.lost(Loss.of(Loss.CONNECT));
                    }
                });
    }

    @Override
    public void close() {
        all.close();
    }
}
