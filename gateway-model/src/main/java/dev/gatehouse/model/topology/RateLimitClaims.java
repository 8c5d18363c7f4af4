package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.RateLimit;
import java.util.List;

/** Who can count requests, by consumer or by address. */
final class RateLimitClaims extends HopClaims {
    private final Known known;
    private final EntryPath path;
    private final Entry entry;
    private final RateLimit requirement;
    private final Identity.By by;

    RateLimitClaims(Known known, EntryPath path, RateLimit requirement) {
        super("counts no requests");
        this.known = known;
        this.path = path;
        this.entry = path.entry();
        this.requirement = requirement;
        this.by = countedBy(known, entry, requirement);
    }

    /** What is counted by: the address if the spec says so, or where the entry has no identity an API key. */
    static Identity.By countedBy(Known known, Entry entry, RateLimit requirement) {
        return requirement.by() == RateLimit.By.ADDRESS
                ? Identity.By.ADDRESS
                : known.spec().consumers().identity(entry).map(Identity::by).orElse(Identity.By.API_KEY);
    }

    @Override
    public Claim restApi(RestApi hop) {
        if (by == Identity.By.ADDRESS) {
            return known.cannot(hop.kind(), "rate-limit-by-key", "rest-api counts by API key, not by address");
        }
        Condition bestEffort =
                Condition.yours("accept that usage plans are best effort, and watch for what exceeds them");
        String how = "usage plans count each API key";
        if (by == Identity.By.API_KEY) {
            Condition keys = Condition.yours("hand each consumer of " + entry.name() + " an API key of its plan");
            return known.can(hop.kind(), "rate-limit", how, List.of(bestEffort, keys), "rate-limit-best-effort");
        }
        Condition function = Condition.yours("TokenAuthorizerArn: a Lambda authorizer of yours that returns the"
                + " consumer's plan key as usageIdentifierKey (by " + by.word() + ")");
        Claim named = known.can(
                hop.kind(),
                "usage-identifier-key",
                how,
                List.of(bestEffort, function),
                "rate-limit",
                "rate-limit-best-effort");
        return known.fact(hop.kind(), "rate-limit").isPresent()
                ? named
                : known.can(hop.kind(), "rate-limit", how, List.of());
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return known.cannot(hop.kind(), "no-usage-plans", "http-api has no usage plans and counts no consumers");
    }

    /** Behind an HTTP API every request comes from the link, and no header that a limiter reads names the client. */
    private boolean clientIsLost() {
        return by == Identity.By.ADDRESS && path.has(HopKind.HTTP_API);
    }

    private Claim lost(HopKind hop) {
        return new Claim.Cannot(
                hop + " sees the address of the VPC link, not the client's",
                known.facts(HopKind.VPC_LINK_V2, "no-client-address"));
    }

    @Override
    public Claim webAcl(WebAcl hop) {
        if (clientIsLost()) {
            return lost(hop.kind());
        }
        boolean aggregates = by == Identity.By.ADDRESS || by == Identity.By.HEADER || by == Identity.By.API_KEY;
        if (!aggregates) {
            return known.cannot(HopKind.WEB_ACL, "rate-limit-custom-keys", "web-acl can't count by " + by.word());
        }
        if (requirement.by() == RateLimit.By.CONSUMER
                && known.spec().consumers().plans(entry).size() > 1) {
            return known.cannot(
                    HopKind.WEB_ACL,
                    "rate-limit",
                    "web-acl has one rate for everybody, and " + entry.name() + " has several plans");
        }
        return known.can(
                HopKind.WEB_ACL,
                by == Identity.By.ADDRESS ? "rate-limit" : "rate-limit-custom-keys",
                "a rate-based rule counts by " + by.word() + ", approximately",
                with(
                        Condition.yours("accept that a rate-based rule counts with a delay, mostly under 30 s"),
                        "each key that a caller makes up is counted as a consumer of its own: a web ACL knows no keys"),
                "rate-limit-inexact",
                "min-rate");
    }

    @Override
    public Claim ambassador(Ambassador hop) {
        if (clientIsLost()) {
            return lost(hop.kind());
        }
        return known.can(
                hop.kind(),
                "rate-limit",
                "Ambassador asks a rate limit service for each request, by " + by.word(),
                with(
                        Condition.yours("run a rate limit service (gRPC, protocol v3) at limiter."
                                + known.spec().cluster().ambassador()),
                        "let the limiter know the API keys and refuse others: nobody in front of it has checked them"),
                "no-rate-limit-of-its-own",
                "limiter-fails-open");
    }

    /** An API key is a mark that only a REST API checks by itself: wherever else it is counted, that is yours. */
    private List<Condition> with(Condition condition, String whereKeysAreUnchecked) {
        return by == Identity.By.API_KEY
                ? List.of(condition, Condition.yours(whereKeysAreUnchecked))
                : List.of(condition);
    }
}
