package dev.gatehouse.model.spec;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Share;
import java.util.Map;
import java.util.Optional;

/** Reads the services of a model and its {@code canary}, {@code shadow} and {@code retry}. */
final class RolloutReader {
    private static final Service UNKNOWN = new Service("unknown", "unknown", 1, false);

    private static final Map<String, String> RETRY_ON = Words.of(Retry.WORDS.toArray(new String[0]), word -> word);

    private RolloutReader() {}

    static Optional<Service> service(Value value) {
        return value.parsed(Service::parse, "name.namespace:port, such as fraud.serving:8080");
    }

    static Canary canary(Fields fields) {
        return new Canary(
                fields.required("service", "fraud-v4.serving:8080")
                        .flatMap(RolloutReader::service)
                        .orElse(UNKNOWN),
                percent(fields.required("share", "10 %")),
                fields.optional("pin")
                        .flatMap(pin -> pin.parsed(Canary.Pin::parse, "a header and its value: \"x-cohort: v4\"")));
    }

    static Shadow shadow(Fields fields) {
        return new Shadow(
                fields.required("service", "fraud-v5.serving:8080")
                        .flatMap(RolloutReader::service)
                        .orElse(UNKNOWN),
                percent(fields.required("share", "20 %")));
    }

    static Retry retry(Fields fields) {
        return new Retry(
                fields.required("on", "connect-failure")
                        .flatMap(value -> value.word(RETRY_ON))
                        .orElse("connect-failure"),
                fields.required("times", "1").flatMap(Value::integer).orElse(1));
    }

    private static int percent(Optional<Value> value) {
        Optional<Share> share = value.flatMap(present -> present.quantity(Dimension.SHARE, Share::parse));
        if (share.isPresent() && !share.get().isWhole()) {
            String whole = share.get()
                    .percent()
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
            value.get()
                    .error(
                            SpecRules.WHOLE_PERCENT,
                            "a share of " + share.get() + " is no whole percent",
                            "Emissary splits requests in whole percents",
                            "write " + whole + " %");
        }
        return share.filter(Share::isWhole)
                .map(whole -> whole.percent().intValueExact())
                .orElse(1);
    }
}
