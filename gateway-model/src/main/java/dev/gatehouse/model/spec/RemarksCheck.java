package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Durations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks {@code keepers}, {@code waivers} and {@code patches}, and says what is assumed where the spec is silent. */
final class RemarksCheck {
    /** The kinds of hops that a promise can be given to. */
    private static final List<String> KINDS = List.of(
            "hosted-zone",
            "global-accelerator",
            "web-acl",
            "cloudfront",
            "rest-api",
            "http-api",
            "vpc-link",
            "vpc-link-v2",
            "application-load-balancer",
            "network-load-balancer",
            "ambassador",
            "model-service");

    private static final int LONGEST_PROPERTY = 255;
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9:_-]+([./][A-Za-z0-9:_-]+)*");

    private RemarksCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        keepers(spec, complaints);
        waivers(spec.waivers(), complaints);
        patches(spec.patches(), complaints);
        spec.models().forEach(model -> assumed(model, complaints));
        spec.entries().forEach(entry -> perConsumer(spec, entry, complaints));
    }

    private static void keepers(PlatformSpec spec, Complaints complaints) {
        Set<String> required = new HashSet<>();
        spec.requirements().forEach(requirement -> required.add(requirement.word()));
        spec.keepers().forEach((word, kind) -> {
            String subject = "keepers." + word;
            complaints.name(SpecRules.KEEPER, subject, "promise", word, Promises.WORDS);
            complaints.name(SpecRules.KEEPER, subject, "hop", kind, KINDS);
            if (Promises.WORDS.contains(word) && !Promises.KEPT_BY_ONE_HOP.contains(word)) {
                complaints.warning(
                        SpecRules.KEEPER_OF_PATH,
                        subject,
                        "no single hop keeps " + word,
                        "it holds by the whole path or not at all, so that its keeper is never read",
                        "drop the keeper of " + word);
            } else if (Promises.WORDS.contains(word) && !required.contains(word)) {
                complaints.warning(
                        SpecRules.KEEPER,
                        subject,
                        "nobody asks for " + word,
                        "a keeper of a promise that was not made keeps nothing",
                        "add " + word + " to require, or drop its keeper");
            }
        });
    }

    private static void waivers(List<Waiver> waivers, Complaints complaints) {
        for (int i = 0; i < waivers.size(); i++) {
            String subject = "waivers[" + i + "]";
            Waiver waiver = waivers.get(i);
            waiver.design().ifPresent(design -> design(subject + ".design", design, complaints));
            said(subject + ".reason", "reason", waiver.reason(), complaints);
            said(subject + ".by", "by", waiver.by(), complaints);
        }
    }

    private static void said(String subject, String word, String text, Complaints complaints) {
        if (text.isBlank()) {
            complaints.error(
                    SpecRules.WAIVER,
                    subject,
                    "the waiver's " + word + " is blank",
                    "a waiver is somebody's answer to a question that will be asked",
                    "write " + (word.equals("by") ? "who answers for it" : "why it may stay"));
        }
    }

    private static void design(String subject, String design, Complaints complaints) {
        if (!Names.isWord(design)) {
            complaints.error(
                    SpecRules.WAIVER,
                    subject,
                    "'" + design + "' is no id of a design",
                    "designs are named by their path, such as nlb-ambassador",
                    "write an id as gatehouse designs shows it, or leave design out for all");
        }
    }

    private static void patches(List<Patch> patches, Complaints complaints) {
        for (int i = 0; i < patches.size(); i++) {
            String subject = "patches[" + i + "]";
            Patch patch = patches.get(i);
            patch.design().ifPresent(design -> design(subject + ".design", design, complaints));
            if (!RESOURCE.matcher(patch.resource()).matches()) {
                patch(
                        complaints,
                        subject + ".resource",
                        "'" + patch.resource() + "' is no logical id",
                        "ids in templates are letters and digits",
                        "write the id as the generated template shows it");
            }
            if (patch.set().isEmpty()) {
                patch(
                        complaints,
                        subject + ".set",
                        "the patch sets nothing",
                        "",
                        "write set: { Path/To/Property: value }");
            }
            for (String path : patch.set().keySet()) {
                if (path.length() > LONGEST_PROPERTY || !PROPERTY.matcher(path).matches()) {
                    patch(
                            complaints,
                            subject + ".set." + path,
                            "'" + path + "' is no path inside Properties",
                            "steps are joined by dots or slashes, and - appends to a list",
                            "write one such as Tags/-");
                }
            }
            if (patch.reason().isBlank()) {
                patch(complaints, subject + ".reason", "the patch has no reason", "", "write why it is needed");
            }
        }
    }

    private static void patch(Complaints complaints, String subject, String what, String why, String fix) {
        complaints.error(SpecRules.PATCH, subject, what, why, fix);
    }

    private static void assumed(Model model, Complaints complaints) {
        String subject = ModelCheck.subject(model);
        if (model.atMostIsAssumed()) {
            complaints.note(
                    SpecRules.ASSUMED,
                    subject + ".answers.at-most",
                    "model " + model.name() + " says no longest answer; " + Durations.format(Model.ASSUMED_AT_MOST)
                            + " is assumed",
                    "every timeout of the path is derived from it",
                    "write answers: { at-most: " + Durations.format(Model.ASSUMED_AT_MOST) + " }, or what is true");
        }
        if (model.load().equals(Load.ASSUMED)) {
            complaints.warning(
                    SpecRules.ASSUMED,
                    subject + ".load",
                    "model " + model.name() + " says no load; " + Load.ASSUMED.average() + ", at peak "
                            + Load.ASSUMED.peak() + ", with "
                            + Load.ASSUMED.request() + " each way, is assumed",
                    "cost and capacity are derived from it",
                    "write load: { average: 20/s, peak: 100/s, request: 1 KB, response: 1 KB }, or what is true");
        }
    }

    private static void perConsumer(PlatformSpec spec, Entry entry, Complaints complaints) {
        boolean counted = spec.requirements(RateLimit.class).stream()
                .anyMatch(limit ->
                        limit.by() == RateLimit.By.CONSUMER && limit.scope().covers(entry));
        if (counted && spec.consumers().identity(entry).isEmpty()) {
            complaints.warning(
                    SpecRules.PER_CONSUMER,
                    "require.rate-limit",
                    "nothing says how consumers are told apart on entry " + entry.name(),
                    "rate-limit counts by consumer there",
                    "write consumers.identity." + entry.name() + ", or by: address");
        }
        boolean limited = spec.requirement(RateLimit.class, entry).isPresent();
        if (limited && spec.consumers().plans(entry).stream().noneMatch(Plan::isDefault)) {
            complaints.warning(
                    SpecRules.PER_CONSUMER,
                    "require.rate-limit",
                    "no plan says how much a caller may send on entry " + entry.name() + " by default",
                    "the limiter has no rate to hold callers to",
                    "write consumers.plans with default: true");
        }
    }
}
