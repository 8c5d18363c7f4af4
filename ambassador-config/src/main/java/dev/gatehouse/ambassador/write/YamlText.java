package dev.gatehouse.ambassador.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as YAML text: two spaces, lists of scalars on one line, a comment behind the setting that it is about. The
 * same values give the same bytes.
 */
public final class YamlText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_INLINE = 60;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<List<String>, String> comments;
    private final StringBuilder text = new StringBuilder();

    private YamlText(Map<List<String>, String> comments) {
        this.comments = comments;
    }

    /**
     * Several resources as one file.
     *
     * @param title what the file is, for its first line
     */
    public static String of(String title, Collection<Commented> resources) {
        return resources.stream()
                .map(each -> object(nameFirst(JSON.convertValue(each.resource(), OBJECT)), each.comments()))
                .collect(Collectors.joining("---\n", "# " + title + "\n---\n", ""));
    }

    /**
     * One object as one file.
     *
     * @param title what the file is, for its first line
     * @param object its values: texts, numbers, booleans, lists and maps, in the order in which they shall be written
     * @param comments the path of a setting to one line about it
     */
    public static String of(String title, Map<String, Object> object, Map<List<String>, String> comments) {
        return "# " + title + "\n" + object(object, comments);
    }

    /** With the name and namespace before what else is said of the resource, as people look for them. */
    private static Map<String, Object> nameFirst(Map<String, Object> resource) {
        Map<String, Object> ordered = new LinkedHashMap<>(resource);
        if (resource.get("metadata") instanceof Map<?, ?> metadata) {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("name", metadata.get("name"));
            named.put("namespace", metadata.get("namespace"));
            metadata.forEach((key, value) -> named.put(String.valueOf(key), value));
            ordered.put("metadata", named);
        }
        return ordered;
    }

    private static String object(Map<String, Object> object, Map<List<String>, String> comments) {
        YamlText writer = new YamlText(comments);
        writer.members(object, 0, List.of());
        return writer.text.toString();
    }

    private void members(Map<?, ?> object, int indent, List<String> path) {
        boolean first = true;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!first || !isAfterDash()) {
                text.append(" ".repeat(indent));
            }
            first = false;
            String key = String.valueOf(member.getKey());
            List<String> here = new ArrayList<>(path);
            here.add(key);
            text.append(Scalars.text(key)).append(':');
            value(member.getValue(), indent, List.copyOf(here));
        }
    }

    private boolean isAfterDash() {
        return text.length() >= 2 && text.charAt(text.length() - 2) == '-' && text.charAt(text.length() - 1) == ' ';
    }

    private void value(Object value, int indent, List<String> path) {
        if (value instanceof Map<?, ?> object && !object.isEmpty()) {
            endOfLine(path);
            members(object, indent + 2, path);
        } else if (value instanceof List<?> items && !fitsOnOneLine(items)) {
            endOfLine(path);
            items(items, indent + 2, path);
        } else {
            text.append(' ').append(inline(value));
            endOfLine(path);
        }
    }

    private void items(List<?> items, int indent, List<String> path) {
        for (Object item : items) {
            text.append(" ".repeat(indent)).append("- ");
            if (item instanceof Map<?, ?> object && !object.isEmpty()) {
                members(object, indent + 2, path);
            } else {
                text.append(inline(item)).append('\n');
            }
        }
    }

    private void endOfLine(List<String> path) {
        String comment = comments.get(path);
        if (comment != null) {
            text.append("  # ").append(comment);
        }
        text.append('\n');
    }

    private static boolean fitsOnOneLine(List<?> items) {
        return items.stream().noneMatch(item -> item instanceof Map || item instanceof List)
                && inline(items).length() <= LONGEST_INLINE;
    }

    private static String inline(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(YamlText::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Map ? "{}" : Scalars.of(value);
    }
}
