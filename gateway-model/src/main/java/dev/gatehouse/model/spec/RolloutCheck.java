package dev.gatehouse.model.spec;

/** Checks the {@code canary}, {@code shadow} and {@code retry} of a model. */
final class RolloutCheck {
    private static final int MOST_RETRIES = 10;

    private RolloutCheck() {}

    static void check(Model model, Complaints complaints) {
        String subject = ModelCheck.subject(model);
        model.canary().ifPresent(canary -> canary(model, canary, subject + ".canary", complaints));
        model.shadow().ifPresent(shadow -> shadow(model, shadow, subject + ".shadow", complaints));
        model.retry().ifPresent(retry -> retry(model, retry, subject + ".retry", complaints));
    }

    private static void canary(Model model, Canary canary, String subject, Complaints complaints) {
        ModelCheck.service(subject + ".service", canary.service(), complaints);
        if (canary.percent() < 0 || canary.percent() > 100) {
            complaints.error(
                    SpecRules.ROLLOUT,
                    subject + ".share",
                    "a share of " + canary.percent() + " %",
                    "a share is a part of all requests",
                    "write 0 % to 100 %");
        } else if (canary.percent() == 0 && canary.pin().isEmpty()) {
            complaints.warning(
                    SpecRules.ROLLOUT,
                    subject + ".share",
                    "the canary takes no request",
                    "its share is 0 % and no header is pinned to it",
                    "give it a share or a pin, or leave it out");
        } else if (canary.percent() == 100) {
            complaints.warning(
                    SpecRules.ROLLOUT,
                    subject + ".share",
                    "the canary takes every request",
                    model.service() + " gets none, and is kept running for nothing",
                    "make " + canary.service() + " the service, and leave the canary out");
        }
        same(canary.service(), model.service(), subject, "canary", complaints);
        canary.pin().ifPresent(pin -> {
            ModelCheck.header(subject + ".pin", pin.header(), pin.value(), complaints);
            String wanted = model.headers().get(pin.header());
            if (wanted != null && !wanted.equals(pin.value())) {
                complaints.error(
                        SpecRules.ROLLOUT,
                        subject + ".pin",
                        "the pin " + pin.header() + ": " + pin.value() + " never meets this model",
                        "its requests have " + pin.header() + ": " + wanted,
                        "pin another header");
            }
        });
    }

    private static void shadow(Model model, Shadow shadow, String subject, Complaints complaints) {
        ModelCheck.service(subject + ".service", shadow.service(), complaints);
        if (shadow.percent() < 1 || shadow.percent() > 100) {
            complaints.error(
                    SpecRules.ROLLOUT,
                    subject + ".share",
                    "a share of " + shadow.percent() + " %",
                    "a shadow gets copies of some requests or of all",
                    "write 1 % to 100 %");
        }
        same(shadow.service(), model.service(), subject, "shadow", complaints);
    }

    private static void same(Service second, Service first, String subject, String word, Complaints complaints) {
        if (second.equals(first)) {
            complaints.warning(
                    SpecRules.ROLLOUT,
                    subject + ".service",
                    "the " + word + " is the model itself",
                    "both are " + first,
                    "name the service of the second version");
        }
    }

    private static void retry(Model model, Retry retry, String subject, Complaints complaints) {
        complaints.name(SpecRules.RETRY, subject + ".on", "word", retry.on(), Retry.WORDS);
        if (retry.times() < 1 || retry.times() > MOST_RETRIES) {
            complaints.error(
                    SpecRules.RETRY,
                    subject + ".times",
                    "times is " + retry.times(),
                    "each retry adds the whole peak once more to a model that fails",
                    "write 1 to " + MOST_RETRIES + ", or leave retry out");
        }
        if (model.isStreamed()) {
            complaints.error(
                    SpecRules.RETRY_OF_STREAM,
                    subject,
                    "a stream can't be tried again",
                    "its caller has read the first part already, and would read it twice",
                    "leave retry out");
        }
    }
}
