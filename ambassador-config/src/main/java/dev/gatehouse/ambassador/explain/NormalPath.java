package dev.gatehouse.ambassador.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What Envoy makes of a path before it looks for a route: Emissary always turns {@code normalize_path} on. */
public final class NormalPath {
    private static final String ESCAPED = "\"<>^`{|}";

    private NormalPath() {}

    /** Whether a path and query hold only what Envoy's parser lets through; if not, it answers 400. */
    public static boolean readable(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /**
     * The path without dot segments, with plain characters unescaped and unusual ones escaped; empty where Envoy
     * answers 400.
     */
    public static Optional<String> of(String path, boolean mergeSlashes) {
        Optional<String> unescaped = unescaped(path.replace('\\', '/'));
        return unescaped
                .map(NormalPath::withoutDots)
                .map(normal -> mergeSlashes ? normal.replaceAll("/{2,}", "/") : normal);
    }

    private static Optional<String> unescaped(String path) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < path.length(); ) {
            char c = path.charAt(i);
            if (c == '%' && i + 2 < path.length() && hex(path.charAt(i + 1)) >= 0 && hex(path.charAt(i + 2)) >= 0) {
                int value = hex(path.charAt(i + 1)) * 16 + hex(path.charAt(i + 2));
                if (value == 0) {
                    return Optional.empty();
                }
                out.append(plain(value) ? String.valueOf((char) value) : path.substring(i, i + 3));
                i += 3;
                continue;
            }
            out.append(ESCAPED.indexOf(c) < 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
            i++;
        }
        return Optional.of(out.toString());
    }

    private static boolean plain(int value) {
        return (value >= '0' && value <= '9')
                || (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || "-_.~".indexOf(value) >= 0;
    }

    private static int hex(char c) {
        return Character.digit(c, 16);
    }

    private static String withoutDots(String path) {
        List<String> segments = List.of(path.split("/", -1));
        Deque<String> kept = new ArrayDeque<>();
        for (int i = 1; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            }
            if (!segment.equals(".") && !segment.equals("..")) {
                kept.addLast(segment);
            } else if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", new ArrayList<>(kept));
    }
}
