package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.ProxySettings;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;
import java.util.Optional;

/** What the sheets say of a hop, in the words of a stage. A hop without a sheet passes everything. */
record HopFacts(Facts facts, String region, HopKind hop) {
    private static final int USUAL_LINE = 16 * 1024;
    private static final int USUAL_HEADERS = 64 * 1024;

    /** Whether it publishes the paths of its models one by one and holds answers back, as API Gateway does. */
    boolean isApi() {
        return can("private-integration");
    }

    /** Whether one listener serves several entries, and tells them apart by their hosts. */
    boolean choosesByHost() {
        return can("host-rules");
    }

    /** Whether it has a node in each zone; what has none such is in several zones by itself, for AWS to bridge. */
    boolean isZonal() {
        return can("cross-zone");
    }

    boolean can(String capability) {
        return facts.find(hop.id(), capability, region).isPresent();
    }

    /** As {@link #can}; of a hop without a sheet nothing is known that it refuses. */
    boolean carries(String protocol) {
        return facts.component(hop.id()).isEmpty() || can(protocol);
    }

    Optional<Duration> time(String limit) {
        return value(limit).map(Quantity::toDuration);
    }

    ProxySettings.Limits limits() {
        return new ProxySettings.Limits(
                bytes("request-line-bytes").or(() -> bytes("url-bytes")).orElse(USUAL_LINE),
                bytes("header-bytes").orElse(USUAL_HEADERS),
                bytes("request-body").orElse(Integer.MAX_VALUE),
                bytes("response-body").orElse(Integer.MAX_VALUE));
    }

    Optional<Integer> bytes(String limit) {
        return value(limit).map(value ->
                (int) Math.min(Integer.MAX_VALUE, value.toDataSize().bytes()));
    }

    private Optional<Quantity> value(String limit) {
        return facts.find(hop.id(), limit, region).flatMap(Fact::value);
    }
}
