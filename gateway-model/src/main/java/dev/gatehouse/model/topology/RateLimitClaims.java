package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.RateLimit;
import java.util.ArrayList;
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
            return new Claim.Cannot(
                    "rest-api counts by API key, not by address", known.facts(hop.kind(), "rate-limit"));
        }
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Condition.yours("accept that usage plans are best effort, and watch for what exceeds them"));
        if (by == Identity.By.API_KEY) {
            conditions.add(Condition.yours("hand each consumer of " + entry.name() + " an API key of its plan"));
        } else {
            conditions.add(Condition.yours(
                    "TokenAuthorizerArn: a Lambda authorizer of yours that returns the consumer's plan key as usageIdentifierKey (by "
                            + by.word() + ")"));
        }
        return known.can(
                hop.kind(), "rate-limit", "usage plans count each API key", conditions, "rate-limit-best-effort");
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
            return new Claim.Cannot("web-acl can't count by " + by.word(), known.facts(HopKind.WEB_ACL, "rate-limit"));
        }
        if (requirement.by() == RateLimit.By.CONSUMER
                && known.spec().consumers().plans(entry).size() > 1) {
            return new Claim.Cannot(
                    "web-acl has one rate for everybody, and " + entry.name() + " has several plans",
                    known.facts(HopKind.WEB_ACL, "rate-limit"));
        }
        return known.can(
                HopKind.WEB_ACL,
                by == Identity.By.ADDRESS ? "rate-limit" : "rate-limit-custom-keys",
                "a rate-based rule counts by " + by.word() + ", approximately",
                List.of(Condition.yours("accept that a rate-based rule counts with a delay, mostly under 30 s")),
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
                List.of(Condition.yours("run a rate limit service (gRPC, protocol v3) at limiter."
                        + known.spec().cluster().ambassador())),
                "no-rate-limit-of-its-own",
                "limiter-fails-open");
    }
}
