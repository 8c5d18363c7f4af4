package dev.gatehouse.ambassador.emissary;

import java.util.List;
import java.util.Map;

/** What Mappings of one group share: a text without separators, so different conditions can give the same. */
final class GroupId {
    private GroupId() {}

    static String of(Attributes spec, MatchLists match, Map<String, String> labels, List<Host> selecting) {
        StringBuilder id = new StringBuilder(spec.text("prefix"));
        match.headers().forEach(item -> id.append(item.name()).append(item.value()));
        match.query().forEach(item -> id.append(item.name()).append(item.value()));
        if (match.host().isEmpty()) {
            for (Host host : selecting) {
                if (Selector.matches(host.selector(), labels)) {
                    host.selector()
                            .map("matchLabels")
                            .values()
                            .forEach((key, value) -> id.append(key).append(Attributes.text(value, "")));
                }
            }
        }
        spec.number("precedence")
                .filter(precedence -> precedence.signum() != 0)
                .ifPresent(precedence -> id.append(precedence.toPlainString()));
        return id.toString();
    }
}
