package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.WebFirewall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests a rule of the web ACL is about, by host and path. Paths are decoded and freed of {@code ..} first, so
 * that nobody borrows the exemption of another path.
 */
final class WebAclScope {
    /** WAF takes expressions of 512 characters; some are kept for what is put around the paths. */
    private static final int LONGEST_EXPRESSION = 450;

    private final Site site;
    private final List<Entry> entries;
    private final boolean atRestApi;

    WebAclScope(Site site, List<Entry> entries, boolean atRestApi) {
        this.site = site;
        this.entries = entries;
        this.atRestApi = atRestApi;
    }

    /** Requests of one entry; empty if there is no other. */
    Optional<Value> host(Entry entry) {
        if (entries.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(Value.field(
                "ByteMatchStatement",
                Value.fields()
                        .with("FieldToMatch", Value.field("SingleHeader", Value.field("Name", Value.text("host"))))
                        .with("PositionalConstraint", "STARTS_WITH")
                        .with("SearchString", entry.host())
                        .with("TextTransformations", transformations(List.of("LOWERCASE")))));
    }

    /** Requests of some entries and the models that their firewall is asked for; empty if these are all. */
    Optional<Value> covering(List<Entry> some) {
        boolean narrowed = some.stream().anyMatch(entry -> !narrowedTo(entry).isEmpty());
        if (some.size() == entries.size() && !narrowed) {
            return Optional.empty();
        }
        return Optional.of(or(some.stream().map(this::covering).toList()));
    }

    private Value covering(Entry entry) {
        List<Value> all = new ArrayList<>();
        host(entry).ifPresent(all::add);
        List<Value> paths = paths(narrowedTo(entry));
        if (!paths.isEmpty()) {
            all.add(or(paths));
        }
        return and(all);
    }

    /** As {@link #covering(List)}, without the models that are exempt from everything. */
    Optional<Value> inspected(List<Entry> some) {
        Optional<Value> covering = covering(some);
        Optional<Value> exempt = exempt(some, true);
        if (exempt.isEmpty()) {
            return covering;
        }
        Value rest = not(exempt.get());
        return Optional.of(covering.isPresent() ? and(List.of(covering.get(), rest)) : rest);
    }

    /**
     * Requests to models that the spec exempts; empty if there are none.
     *
     * @param fromAll only those that are exempt from everything
     */
    Optional<Value> exempt(List<Entry> some, boolean fromAll) {
        List<Value> exempt = new ArrayList<>();
        for (Entry entry : some) {
            Map<String, WebFirewall.Exemption> of = site.duty(HopKind.WEB_ACL, WebFirewall.class, entry)
                    .map(WebFirewall::except)
                    .orElse(Map.of());
            List<Value> paths = paths(site.spec().modelsOf(entry).stream()
                    .filter(model -> of.containsKey(model.name()))
                    .filter(model -> !fromAll || of.get(model.name()) == WebFirewall.Exemption.ALL)
                    .toList());
            if (!paths.isEmpty()) {
                List<Value> all = new ArrayList<>();
                host(entry).ifPresent(all::add);
                all.add(or(paths));
                exempt.add(and(all));
            }
        }
        return exempt.isEmpty() ? Optional.empty() : Optional.of(or(exempt));
    }

    private List<Model> narrowedTo(Entry entry) {
        List<Model> models = site.spec().modelsOf(entry);
        List<Model> asked = models.stream()
                .filter(model -> site.duty(HopKind.WEB_ACL, WebFirewall.class, entry, model)
                        .isPresent())
                .toList();
        return asked.size() == models.size() ? List.of() : asked;
    }

    /**
     * The paths of some models; at a stage also with the stage in front, in which form the firewall may see them. As
     * many paths as fit share one expression: each expression costs capacity units.
     */
    private List<Value> paths(List<Model> models) {
        List<Value> matches = new ArrayList<>();
        StringBuilder several = new StringBuilder();
        for (Model model : models) {
            String one = expression(model);
            if (!several.isEmpty() && several.length() + one.length() > LONGEST_EXPRESSION) {
                matches.add(uri(several.toString()));
                several.setLength(0);
            }
            several.append(several.isEmpty() ? "" : "|").append(one);
        }
        if (!several.isEmpty()) {
            matches.add(uri(several.toString()));
        }
        return matches;
    }

    private static String expression(Model model) {
        String bare = model.isPrefix() ? model.path().substring(0, model.path().length() - 1) : model.path();
        String escaped = bare.replaceAll("[\\\\.+*?()\\[\\]{}^$|]", "\\\\$0");
        return escaped + (model.isPrefix() ? "(?:/|$)" : "$");
    }

    private Value uri(String expressions) {
        String stage = atRestApi ? "(?:/" + RestApis.STAGE + ")?" : "";
        return Value.field(
                "RegexMatchStatement",
                Value.fields()
                        .with("FieldToMatch", Value.field("UriPath", Value.fields()))
                        .with("RegexString", "^" + stage + "(?:" + expressions + ")")
                        .with("TextTransformations", transformations(List.of("URL_DECODE", "NORMALIZE_PATH"))));
    }

    private static Value transformations(List<String> kinds) {
        List<Value> steps = new ArrayList<>();
        for (String kind : kinds) {
            steps.add(Value.fields().with("Priority", steps.size()).with("Type", kind));
        }
        return Value.list(steps);
    }

    static Value unchanged() {
        return transformations(List.of("NONE"));
    }

    static Value and(List<Value> statements) {
        return several("AndStatement", statements);
    }

    static Value or(List<Value> statements) {
        return several("OrStatement", statements);
    }

    static Value not(Value statement) {
        return Value.field("NotStatement", Value.field("Statement", statement));
    }

    private static Value several(String kind, List<Value> statements) {
        return statements.size() == 1
                ? statements.get(0)
                : Value.field(kind, Value.field("Statements", Value.list(statements)));
    }
}
