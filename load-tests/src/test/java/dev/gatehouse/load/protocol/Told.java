package dev.gatehouse.load.protocol;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a call's listener was told, in order; the last word is its end. */
final class Told implements Listener {
    final CompletableFuture<List<String>> all = new CompletableFuture<>();
    private final List<String> words = new ArrayList<>();

    @Override
    public void sentAgain() {
        words.add("again");
    }

    @Override
    public void piece() {
        words.add("piece");
    }

    @Override
    public void whole(HttpHeaders told) {
        end("whole " + told.get("x-variant", "-"));
    }

    @Override
    public void lost(Loss loss) {
        end("lost " + loss.kind() + " " + loss.told().get("x-gatehouse-hop", "-"));
    }

    @Override
    public void timedOut() {
        end("timed out");
    }

    private void end(String word) {
        words.add(word);
        if (!all.complete(List.copyOf(words))) {
            throw new AssertionError("two ends: " + words);
        }
    }
}
