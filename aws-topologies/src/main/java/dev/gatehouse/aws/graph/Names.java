package dev.gatehouse.aws.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logical ids and physical names, which are a written promise: they are made of the hop, the entry and the path, never
 * of a place in a list, and a physical name changes exactly when a replacing property does.
 */
public final class Names {
    /** The longest name of a load balancer or target group. */
    public static final int MAX_LENGTH = 32;

    private static final Pattern SLASHED = Pattern.compile("[a-z][a-z0-9]*(/[a-z][a-z0-9]*)*");
    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*");
    private static final int HASH_DIGITS = 8;
    private static final int MAX_WORD = 60;

    private Names() {}

    /**
     * A name of the spec as part of a logical id: {@code risk-models} to {@code RiskModels}. Two names never give the
     * same part: one that could not be told from another gets a hash of itself.
     */
    public static String word(String name) {
        StringBuilder word = new StringBuilder();
        boolean begins = true;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!isAlphanumeric(c)) {
                begins = true;
                continue;
            }
            word.append(begins ? Character.toUpperCase(c) : c);
            begins = false;
        }
        boolean reversible = back(word.toString()).equals(name) && word.length() <= MAX_WORD;
        return reversible ? word.toString() : word.substring(0, Math.min(word.length(), MAX_WORD)) + Hash.of(name, 6);
    }

    /**
     * Two names of the spec with a word between them, as part of a logical id: {@code partner}, {@code Plan},
     * {@code gold} to {@code PartnerPlanGold}. Where a name has the word in itself, a hash tells it apart.
     */
    public static String joined(String first, String between, String second) {
        String joined = word(first) + between + path(second);
        boolean clear = between.isEmpty() || joined.indexOf(between) == joined.lastIndexOf(between);
        return clear ? joined : joined + Hash.of(first + "\n" + second, 6);
    }

    /**
     * A path or domain as part of a logical id: {@code /v2/models/fraud} to {@code V2ModelsFraud}, with a hash where
     * another path could give the same.
     */
    public static String path(String path) {
        boolean isPath = path.startsWith("/");
        String plain = isPath ? path.substring(1) : path;
        if ((isPath ? SLASHED : DOTTED).matcher(plain).matches()) {
            return word(plain.replace(isPath ? '/' : '.', '-'));
        }
        return word(path);
    }

    /**
     * A name of at most 32 characters for a resource whose type allows no more: {@code slug} and a hash of everything
     * whose change replaces the resource, so that the old and the new one can stand side by side.
     *
     * @param slug lower case, digits and hyphens
     * @param scope what else the name is for: two scopes never share a name, so they can stand side by side
     * @param resource the resource, without its name
     * @param known finds the resources that it refers to: what replaces them replaces it too
     */
    public static String physical(
            String slug, String scope, Resource resource, Function<String, Optional<Resource>> known) {
        int room = MAX_LENGTH - HASH_DIGITS - 1;
        String fitting = slug.length() <= room ? slug : slug.substring(0, room);
        return fitting.replaceAll("-+$", "") + "-" + Hash.of(scope + "\n" + replacing(resource, known), HASH_DIGITS);
    }

    private static String replacing(Resource resource, Function<String, Optional<Resource>> known) {
        return ResourceTypes.of(resource.type()).replacing().stream()
                .filter(property -> resource.properties().containsKey(property))
                .map(property -> property + ": "
                        + TemplateYaml.write(Objects.requireNonNull(
                                        resource.properties().get(property))
                                .mapped(part -> part instanceof Value.Reference reference
                                        ? Value.text(known.apply(reference.resource())
                                                .map(target -> target.type() + " " + target.id() + " {"
                                                        + replacing(target, known) + "} " + reference)
                                                .orElse(reference.toString()))
                                        : part)))
                .collect(Collectors.joining("\n", resource.type() + "\n", ""));
    }

    private static String back(String word) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (Character.isUpperCase(c) && !name.isEmpty()) {
                name.append('-');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
