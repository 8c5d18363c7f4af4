package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.RuleId;

/** The rules about platform specs. Each has a line in {@code docs/rules.md}. */
final class SpecRules {
    static final RuleId NO_SPEC = new RuleId("GH-150");
    static final RuleId SCHEMA = new RuleId("GH-151");
    static final RuleId NAME = new RuleId("GH-152");
    static final RuleId SAME_NAME = new RuleId("GH-153");
    static final RuleId REGION = new RuleId("GH-154");
    static final RuleId ZONES = new RuleId("GH-155");
    static final RuleId NETWORK = new RuleId("GH-156");
    static final RuleId RANGE = new RuleId("GH-157");
    static final RuleId SUBNETS = new RuleId("GH-158");
    static final RuleId OVERLAPPING_RANGES = new RuleId("GH-159");
    static final RuleId CLUSTER_IN_NEW_NETWORK = new RuleId("GH-160");
    static final RuleId CLUSTER = new RuleId("GH-161");
    static final RuleId TAG = new RuleId("GH-162");
    static final RuleId FILE_PATH = new RuleId("GH-163");
    static final RuleId HOST = new RuleId("GH-164");
    static final RuleId SAME_HOST = new RuleId("GH-165");
    static final RuleId CERTIFICATE = new RuleId("GH-166");
    static final RuleId ZONE = new RuleId("GH-167");
    static final RuleId ZONES_DISAGREE = new RuleId("GH-168");
    static final RuleId MAIL = new RuleId("GH-169");
    static final RuleId PORT = new RuleId("GH-170");
    static final RuleId IDENTITY = new RuleId("GH-171");
    static final RuleId PLAN = new RuleId("GH-172");
    static final RuleId UNKNOWN_ENTRY = new RuleId("GH-173");
    static final RuleId UNKNOWN_MODEL = new RuleId("GH-174");
    static final RuleId NO_ENTRY = new RuleId("GH-175");
    static final RuleId SERVICE = new RuleId("GH-176");
    static final RuleId PATH = new RuleId("GH-177");
    static final RuleId SAME_PATH = new RuleId("GH-178");
    static final RuleId GRPC_PATH = new RuleId("GH-179");
    static final RuleId HEADER = new RuleId("GH-180");
    static final RuleId ANSWERS = new RuleId("GH-181");
    static final RuleId STREAM = new RuleId("GH-182");
    static final RuleId ASSUMED = new RuleId("GH-183");
    static final RuleId LOAD = new RuleId("GH-184");
    static final RuleId WHOLE_PERCENT = new RuleId("GH-185");
    static final RuleId ROLLOUT = new RuleId("GH-186");
    static final RuleId RETRY = new RuleId("GH-187");
    static final RuleId RETRY_OF_STREAM = new RuleId("GH-188");
    static final RuleId SCOPE = new RuleId("GH-189");
    static final RuleId OVERLAPPING_SCOPES = new RuleId("GH-190");
    static final RuleId PROMISE = new RuleId("GH-191");
    static final RuleId PER_CONSUMER = new RuleId("GH-192");
    static final RuleId KEEPER = new RuleId("GH-193");
    static final RuleId WAIVER = new RuleId("GH-194");
    static final RuleId PATCH = new RuleId("GH-195");
    static final RuleId KEEPER_OF_PATH = new RuleId("GH-196");

    private SpecRules() {}
}
