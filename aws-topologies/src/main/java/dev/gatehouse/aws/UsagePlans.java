package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Plan;
import java.math.RoundingMode;

/** How much the consumers of an entry may call: a usage plan for each plan of the spec, with a first key in it. */
final class UsagePlans {
    private final Site site;

    UsagePlans(Site site) {
        this.site = site;
    }

    void of(Entry entry, Resource api, Resource stage) {
        for (Plan plan : site.spec().consumers().plans(entry)) {
            String id = Names.joined(entry.name(), "Plan", plan.name());
            Resource usagePlan = site.add(
                    Layers.RELEASE,
                    Resource.of(id, "AWS::ApiGateway::UsagePlan")
                            .with(
                                    "ApiStages",
                                    Value.list(Value.fields()
                                            .with("ApiId", api.identity())
                                            .with("Stage", stage.identity())))
                            .with("Description", "Plan " + plan.name() + " on entry " + entry.name())
                            .with(
                                    "Throttle",
                                    Value.fields()
                                            .with("BurstLimit", plan.burst())
                                            .with("RateLimit", perSecond(plan)))
                            .because("Owed to rate-limit. API Gateway keeps it as well as it can, not exactly."));
            Resource key = site.add(
                    Layers.RELEASE,
                    Resource.of(id + "Key", "AWS::ApiGateway::ApiKey")
                            .with("Description", "First key of plan " + plan.name() + " on entry " + entry.name())
                            .with("Enabled", true));
            site.add(
                    Layers.RELEASE,
                    Resource.of(id + "KeyInPlan", "AWS::ApiGateway::UsagePlanKey")
                            .with("KeyId", key.identity())
                            .with("KeyType", "API_KEY")
                            .with("UsagePlanId", usagePlan.identity()));
        }
    }

    private static Value perSecond(Plan plan) {
        return new Value.Whole(
                plan.rate().perSecond().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros());
    }
}
