package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link PlatformSpec} in Java with the words of the YAML file. Begin with {@link PlatformSpec#named}; the
 * parts come from {@link Entries}, {@link Models}, {@link Networks} and {@link Requirements}, whose methods are meant
 * for static import.
 *
 * <pre>{@code
 * PlatformSpec spec = PlatformSpec.named("risk-models").region("eu-west-1")
 *         .entry(entry("public").host("models.bank.example"))
 *         .model(model("fraud").service("fraud.serving", 8080).path("/v2/models/fraud/")
 *                 .answers(atMost(ofMillis(800))).canary("fraud-v4.serving", 8080, percent(10)))
 *         .require(webFirewall(), fixedAddress(), rateLimit(byConsumer()))
 *         .build();
 * }</pre>
 *
 * <p>Mutable, for one thread.
 */
public final class SpecBuilder {
    private final String name;
    private String region = "";
    private int zones = PlatformSpec.DEFAULT_ZONES;
    private Network network = new NetworkParameters();
    private Cluster cluster = Cluster.DEFAULT;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<String> facts = new ArrayList<>();
    private final List<EntryBuilder> entries = new ArrayList<>();
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<ModelBuilder> models = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, String> keepers = new LinkedHashMap<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    SpecBuilder(String name) {
        this.name = name;
    }

    /** The AWS Region, such as {@code eu-west-1}. */
    public SpecBuilder region(String awsRegion) {
        region = awsRegion;
        return this;
    }

    /** How many availability zones, 2 to 4; 3 if not called. */
    public SpecBuilder zones(int count) {
        zones = count;
        return this;
    }

    /** The VPC; parameters if not called. See {@link Networks}. */
    public SpecBuilder network(Network vpc) {
        network = vpc;
        return this;
    }

    /** The cluster; {@link Cluster#DEFAULT} if not called. */
    public SpecBuilder cluster(Cluster settings) {
        cluster = settings;
        return this;
    }

    /** One tag for every AWS resource. */
    public SpecBuilder tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    /** Paths of own fact files, relative to where the platform is used. */
    public SpecBuilder facts(String... paths) {
        facts.addAll(List.of(paths));
        return this;
    }

    /** One way in. See {@link Entries#entry}. */
    public SpecBuilder entry(EntryBuilder entry) {
        entries.add(entry);
        return this;
    }

    /** What tells consumers apart on an entry. */
    public SpecBuilder identity(String entry, Identity.By by, String value) {
        identities.put(entry, new Identity(by, value));
        return this;
    }

    /** How much a consumer may call. See {@link Entries#plan}. */
    public SpecBuilder plan(Plan plan) {
        plans.add(plan);
        return this;
    }

    /** Something served. See {@link Models#model}. */
    public SpecBuilder model(ModelBuilder model) {
        models.add(model);
        return this;
    }

    /** Promises. See {@link Requirements}. */
    public SpecBuilder require(Promise... requirements) {
        promises.addAll(List.of(requirements));
        return this;
    }

    /** Which kind of hop shall keep a promise, such as {@code "jwt", "ambassador"}. */
    public SpecBuilder keeper(String requirement, String kind) {
        keepers.put(requirement, kind);
        return this;
    }

    /** A finding that somebody answers for until a day. */
    public SpecBuilder waiver(Waiver waiver) {
        waivers.add(waiver);
        return this;
    }

    /** A last word on one generated resource. */
    public SpecBuilder patch(Patch patch) {
        patches.add(patch);
        return this;
    }

    /**
     * The platform, checked as the reader checks a file.
     *
     * @throws InvalidInputException with every finding, if one of them is an error
     */
    public PlatformSpec build() {
        PlatformSpec draft = draft();
        List<Finding> findings = SpecCheck.findings(draft);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new InvalidInputException(findings);
        }
        return draft;
    }

    private PlatformSpec draft() {
        List<Entry> ways = entries.stream().map(EntryBuilder::entry).toList();
        List<String> open = Defaults.entries(ways);
        return new PlatformSpec(
                name,
                region,
                zones,
                network,
                cluster,
                tags,
                facts,
                ways,
                new Consumers(identities, plans),
                models.stream().map(model -> model.model(open)).toList(),
                promises.stream().map(promise -> promise.requirement(ways)).toList(),
                keepers,
                waivers,
                patches);
    }
}
