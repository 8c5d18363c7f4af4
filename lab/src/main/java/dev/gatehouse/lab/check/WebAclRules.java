package dev.gatehouse.lab.check;

import dev.gatehouse.model.spec.Identity;
import java.time.Duration;
import java.util.Optional;

/**
 * What a web ACL asks of the requests of one entry and model.
 *
 * @param inspects whether the managed groups look at them
 * @param exempt whether the rules against long bodies and missing User-Agents pass over them
 * @param blocksUnseen whether a body of which the firewall does not see the end is blocked
 * @param longest the longest body that the common group lets pass, in bytes
 * @param visibleBytes how much of a body the firewall sees
 * @param rate the rate-based rule, if there is one
 */
public record WebAclRules(
        boolean inspects, boolean exempt, boolean blocksUnseen, int longest, int visibleBytes, Optional<Rate> rate) {
    /** Over how long a rate-based rule counts, as Gatehouse writes it. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /** A rate-based rule alone. */
    public static WebAclRules limiting(Rate rate) {
        return new WebAclRules(false, false, false, Integer.MAX_VALUE, Integer.MAX_VALUE, Optional.of(rate));
    }

    /**
     * A rate-based rule.
     *
     * @param limit how many requests in a window
     * @param byAddress whether each client address is counted; else each consumer
     * @param by what tells consumers apart; empty: the key in {@code x-api-key}
     */
    public record Rate(long limit, boolean byAddress, Optional<Identity> by) {}
}
