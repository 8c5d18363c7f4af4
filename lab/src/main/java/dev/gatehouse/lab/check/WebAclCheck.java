package dev.gatehouse.lab.check;

import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.stage.Check;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A web ACL at the hop that it is attached to: the rules that Gatehouse writes, and a few marks in the place of AWS's
 * managed groups. Thread-safe.
 */
public final class WebAclCheck implements Check {
    /** What the stand-ins of the managed groups look for in the line, the headers and the visible body. */
    public static final List<String> MARKS = List.of("${jndi:", "<script", "../../", "' or '1'='1");

    private final String hop;
    private final Pace pace;
    private final WebAclRules rules;
    private final List<String> blocked;
    private final Map<String, RateWindow> windows = new ConcurrentHashMap<>();
    private final LongAdder seen = new LongAdder();

    /**
     * An attached web ACL.
     *
     * @param hop its kind
     * @param rules what it asks of the requests of one entry and model
     * @param blocked addresses of clients that it blocks
     */
    public WebAclCheck(String hop, Pace pace, WebAclRules rules, List<String> blocked) {
        this.hop = hop;
        this.pace = pace;
        this.rules = rules;
        this.blocked = List.copyOf(blocked);
    }

    @Override
    public Optional<Refusal> judge(Asked request) {
        seen.increment();
        if (blocked.contains(request.client())) {
            return block("the address is on the block list");
        }
        if (rules.rate().isPresent() && !allows(request, rules.rate().get())) {
            return Optional.of(new Refusal(403, hop, Reason.RATE_LIMIT, "too many requests"));
        }
        if (!rules.inspects()) {
            return Optional.empty();
        }
        if (hasMark(request)) {
            return block("a managed rule matches");
        }
        if (!rules.exempt() && !request.headers().contains("user-agent")) {
            return block("there is no User-Agent");
        }
        long length = HttpUtil.getContentLength(request.head(), -1L);
        return isLong(length) ? block("the body is too long for the firewall") : Optional.empty();
    }

    @Override
    public int inspects(Asked request) {
        boolean hasBody =
                HttpUtil.isTransferEncodingChunked(request.head()) || HttpUtil.getContentLength(request.head(), 0L) > 0;
        return rules.inspects() && hasBody && !isGrpc(request) ? Math.max(rules.visibleBytes(), rules.longest()) : 0;
    }

    @Override
    public Optional<Refusal> judge(Asked request, ByteBuf body, boolean whole) {
        long bytes = whole ? body.readableBytes() : body.readableBytes() + 1L;
        if (isLong(bytes)) {
            return block("the body is too long for the firewall");
        }
        String visible = body.toString(
                body.readerIndex(), Math.min(rules.visibleBytes(), body.readableBytes()), StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(visible::contains) ? block("a managed rule matches") : Optional.empty();
    }

    /** How many requests it has judged. */
    public long seen() {
        return seen.sum();
    }

    private boolean isLong(long bytes) {
        return !rules.exempt() && (bytes > rules.longest() || (rules.blocksUnseen() && bytes > rules.visibleBytes()));
    }

    private boolean allows(Asked request, WebAclRules.Rate rate) {
        Optional<String> key = rate.byAddress() ? Optional.of(request.client()) : ConsumerName.of(request, rate.by());
        if (key.isEmpty()) {
            return true;
        }
        long now = pace.now();
        return windows.computeIfAbsent(
                        key.get(), name -> new RateWindow(WebAclRules.WINDOW.toNanos(), rate.limit(), now))
                .take(now);
    }

    private static boolean hasMark(Asked request) {
        return MARKS.stream()
                .anyMatch(mark -> request.head().uri().contains(mark)
                        || request.headers().entries().stream()
                                .anyMatch(header -> header.getValue().contains(mark)));
    }

    private static boolean isGrpc(Asked request) {
        String type = request.headers().get("content-type");
        return type != null && type.startsWith("application/grpc");
    }

    private Optional<Refusal> block(String why) {
        return Optional.of(new Refusal(403, hop, Reason.FIREWALL, why));
    }
}
