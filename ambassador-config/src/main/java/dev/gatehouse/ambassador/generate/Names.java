package dev.gatehouse.ambassador.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of resources: the platform and the words that tell one from another; never a dot, which Emissary cuts at. */
final class Names {
    private Names() {}

    static String of(String platform, String... words) {
        return of(platform, Arrays.asList(words));
    }

    static String of(String platform, List<String> words) {
        return String.join(
                "-",
                Stream.concat(Stream.of(platform), words.stream())
                        .map(Names::slug)
                        .toList());
    }

    static List<String> and(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** Lower case letters, digits and single hyphens: {@code /v2/repository/} gives {@code v2-repository}. */
    static String slug(String text) {
        String hyphens = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return hyphens.replaceAll("^-|-$", "");
    }
}
