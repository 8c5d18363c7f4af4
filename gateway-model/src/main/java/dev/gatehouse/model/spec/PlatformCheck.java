package dev.gatehouse.model.spec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the platform's own name, region, zones, cluster, tags and fact files, and the names that its parts have. */
final class PlatformCheck {
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_PART = 40;
    private static final int MOST_TAGS = 50;
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}");
    private static final Pattern CLUSTER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,99}");
    private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Nd}\\p{Zs}_.:/=+@-]*");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?");

    private PlatformCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        name(spec.name(), complaints);
        if (!REGION.matcher(spec.region()).matches()) {
            complaints.error(
                    SpecRules.REGION,
                    "region",
                    "'" + spec.region() + "' is no AWS Region",
                    "a Region is named like eu-west-1; a zone such as eu-west-1a is a part of one",
                    "write the Region's name, such as eu-west-1");
        }
        if (spec.zones() < 2 || spec.zones() > 4) {
            complaints.error(
                    SpecRules.ZONES,
                    "zones",
                    "zones is " + spec.zones(),
                    "an application load balancer needs 2 zones, and Gatehouse lays out at most 4",
                    "write 2, 3 or 4");
        }
        parts(spec, complaints);
        cluster(spec.cluster(), complaints);
        tags(spec.tags(), complaints);
        facts(spec.facts(), complaints);
    }

    private static void name(String name, Complaints complaints) {
        if (!Names.isWord(name) || name.length() > LONGEST_NAME) {
            complaints.error(
                    SpecRules.NAME,
                    "name",
                    name.length() > LONGEST_NAME
                            ? "name '" + name + "' has " + name.length() + " characters"
                            : "'" + name + "' is no name",
                    "it goes into names that AWS limits to 32: lower case, digits and single hyphens, at most "
                            + LONGEST_NAME + ", a letter first",
                    "write a name such as " + suggestion(name));
        }
    }

    private static String suggestion(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        String cut = lower.substring(0, Math.min(LONGEST_NAME, lower.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "risk-models" : cut;
    }

    private static void parts(PlatformSpec spec, Complaints complaints) {
        parts("entries", "entry", spec.entries().stream().map(Entry::name).toList(), complaints);
        parts("models", "model", spec.models().stream().map(Model::name).toList(), complaints);
        parts(
                "consumers.plans",
                "plan",
                spec.consumers().plans().stream().map(Plan::name).toList(),
                complaints);
        if (spec.entries().isEmpty()) {
            complaints.error(
                    SpecRules.NO_ENTRY,
                    "entries",
                    "the platform has no entry",
                    "without one nobody comes in",
                    "add one: public: { host: models.example.com }");
        }
        if (spec.models().isEmpty()) {
            complaints.error(
                    SpecRules.UNKNOWN_MODEL,
                    "models",
                    "the platform has no model",
                    "without one there is nothing to serve",
                    "add one: iris: { service: iris.serving:8080, path: /iris/ }");
        }
    }

    private static void parts(String subject, String kind, List<String> names, Complaints complaints) {
        Map<String, String> taken = new HashMap<>();
        for (String name : names) {
            String where = subject + "." + name;
            if (!Names.isWord(name) || name.length() > LONGEST_PART) {
                complaints.error(
                        SpecRules.NAME,
                        where,
                        kind + " '" + name + "' can't have that name",
                        "it goes into names of AWS and Kubernetes: lower case, digits and single hyphens, at most "
                                + LONGEST_PART + ", a letter first",
                        "rename it");
            }
            String other = taken.putIfAbsent(name.replace("-", ""), name);
            if (other != null) {
                complaints.error(
                        SpecRules.SAME_NAME,
                        where,
                        other.equals(name)
                                ? kind + " '" + name + "' stands twice"
                                : "'" + other + "' and '" + name + "' differ in hyphens only",
                        "ids in templates are letters and digits, so both would have the same",
                        "rename one of them");
            }
        }
    }

    private static void cluster(Cluster cluster, Complaints complaints) {
        cluster.existing()
                .filter(name -> !CLUSTER.matcher(name).matches())
                .ifPresent(name -> complaints.error(
                        SpecRules.CLUSTER,
                        "cluster.existing",
                        "'" + name + "' is no name of an EKS cluster",
                        "one has letters, digits, hyphens and underscores, at most 100",
                        "write the cluster's name as aws eks list-clusters shows it"));
        namespace("cluster.namespace", cluster.namespace(), complaints);
        namespace("cluster.ambassador", cluster.ambassador(), complaints);
        if (cluster.selector().isEmpty()) {
            complaints.error(
                    SpecRules.CLUSTER,
                    "cluster.selector",
                    "the selector has no label",
                    "without one it selects every pod of the namespace",
                    "leave it out for app.kubernetes.io/name: emissary-ingress, or name a label");
        }
        cluster.selector().forEach((key, value) -> {
            if (!LABEL_KEY.matcher(key).matches() || !LABEL_VALUE.matcher(value).matches()) {
                complaints.error(
                        SpecRules.CLUSTER,
                        "cluster.selector." + key,
                        "'" + key + ": " + value + "' is no label",
                        "Kubernetes takes letters, digits, - _ and . in labels, at most 63 each",
                        "write a label that Emissary's pods have");
            }
        });
    }

    private static void namespace(String subject, String name, Complaints complaints) {
        if (!Names.isLabel(name)) {
            complaints.error(
                    SpecRules.CLUSTER,
                    subject,
                    "'" + name + "' is no namespace",
                    "Kubernetes takes lower case, digits and hyphens, at most 63",
                    "write the namespace's name as kubectl get namespaces shows it");
        }
    }

    private static void tags(Map<String, String> tags, Complaints complaints) {
        if (tags.size() > MOST_TAGS) {
            complaints.error(
                    SpecRules.TAG,
                    "tags",
                    tags.size() + " tags",
                    "AWS takes at most " + MOST_TAGS + " on a resource",
                    "drop " + (tags.size() - MOST_TAGS) + " of them");
        }
        tags.forEach((key, value) -> {
            if (key.toLowerCase(java.util.Locale.ROOT).startsWith("aws:")) {
                complaints.error(
                        SpecRules.TAG,
                        "tags." + key,
                        "tag '" + key + "' begins with aws:",
                        "that prefix is AWS's own",
                        "choose another key");
            } else if (key.isEmpty()
                    || key.length() > 128
                    || value.length() > 256
                    || !TAG_TEXT.matcher(key + value).matches()) {
                complaints.error(
                        SpecRules.TAG,
                        "tags." + key,
                        "AWS refuses the tag '" + key + "'",
                        "a key has 1 to 128 characters, a value at most 256: letters, digits, blanks and _ . : / = + - @",
                        "shorten it, or drop the other characters");
            }
        });
    }

    private static void facts(List<String> facts, Complaints complaints) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            relative("facts[" + i + "]", facts.get(i), complaints);
            if (!seen.add(facts.get(i))) {
                complaints.error(
                        SpecRules.FILE_PATH,
                        "facts[" + i + "]",
                        "'" + facts.get(i) + "' stands twice",
                        "a fact can't stand over itself",
                        "keep one of them");
            }
        }
    }

    /** A file is named relative to the spec, so that both can move together. */
    static void relative(String subject, String path, Complaints complaints) {
        if (path.isBlank()
                || path.startsWith("/")
                || path.startsWith("~")
                || path.contains("\\")
                || path.contains(":")) {
            complaints.error(
                    SpecRules.FILE_PATH,
                    subject,
                    "'" + path + "' is no path relative to the spec",
                    "spec and files move together, and to machines with other folders",
                    "write a path such as bank-facts.yaml, with / between folders");
        }
    }
}
