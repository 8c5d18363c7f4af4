package dev.gatehouse.model.spec;

import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.spec.RateLimit.By;
import dev.gatehouse.model.spec.RateLimit.WhenLimiterFails;
import dev.gatehouse.model.spec.WebFirewall.Exemption;
import dev.gatehouse.model.spec.WebFirewall.UnmatchedBody;
import dev.gatehouse.model.spec.WebFirewall.WhenFirewallFails;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import java.util.List;
import java.util.Map;

/** The promises of {@code require}, for static import beside {@link PlatformSpec#named}. */
public final class Requirements {
    private Requirements() {}

    /** Requests are inspected by a web application firewall; what it can't see passes. */
    public static Promise webFirewall() {
        return webFirewall(UnmatchedBody.ALLOW, Map.of());
    }

    /** As {@link #webFirewall()}, with what happens to bytes that it can't see, and exceptions by model. */
    public static Promise webFirewall(UnmatchedBody unmatchedBody, Map<String, Exemption> except) {
        return webFirewall(unmatchedBody, except, WhenFirewallFails.REFUSE);
    }

    /** As {@link #webFirewall(UnmatchedBody, Map)}, with what happens while the firewall can't be asked. */
    public static Promise webFirewall(
            UnmatchedBody unmatchedBody, Map<String, Exemption> except, WhenFirewallFails whenFirewallFails) {
        return Promise.of(scope -> new WebFirewall(scope, unmatchedBody, except, whenFirewallFails));
    }

    /** Callers can allow-list the addresses that they call. */
    public static Promise fixedAddress() {
        return Promise.of(FixedAddress::new);
    }

    /** Nobody calls more than their plan allows; requests pass while the limiter can't be asked. */
    public static Promise rateLimit(By by) {
        return rateLimit(by, WhenLimiterFails.ALLOW);
    }

    /** As {@link #rateLimit(By)}, with what happens while the limiter can't be asked. */
    public static Promise rateLimit(By by, WhenLimiterFails whenLimiterFails) {
        return Promise.of(scope -> new RateLimit(scope, by, whenLimiterFails));
    }

    /** Each consumer is counted. */
    public static By byConsumer() {
        return By.CONSUMER;
    }

    /** Each client address is counted. */
    public static By byAddress() {
        return By.ADDRESS;
    }

    /** Requests carry a token of {@code issuer} that is verified by keys that anybody can fetch. */
    public static Promise jwt(String issuer, String jwks, String... audience) {
        return jwt(issuer, jwks, Reach.INTERNET, audience);
    }

    /** As {@link #jwt(String, String, String...)}, with who can fetch the keys. */
    public static Promise jwt(String issuer, String jwks, Reach jwksReach, String... audience) {
        return Promise.of(scope -> new Jwt(scope, issuer, List.of(audience), jwks, jwksReach));
    }

    /** Clients show a certificate of an authority in the bundle {@code s3://bucket/key}. */
    public static Promise mutualTls(String trust) {
        return Promise.of(scope -> new MutualTls(scope, trust));
    }

    /** Nobody reads along on these wires. */
    public static Promise encrypted(Encrypted.Wires wires) {
        return Promise.of(scope -> new Encrypted(scope, wires));
    }

    /** These paths answer 404 on public entries. */
    public static Promise privateAdmin(String... paths) {
        return Promise.of(scope -> new PrivateAdmin(scope, List.of(paths)));
    }

    /** The path's published service levels multiply to at least this. */
    public static Promise availability(Share atLeast) {
        return Promise.of(scope -> new AvailabilityAtLeast(scope, atLeast));
    }

    /** The design's own line items stay within this each month. */
    public static Promise monthlyCost(Money atMost) {
        return Promise.ofPlatform(scope -> new MonthlyCostAtMost(scope, atMost));
    }
}
