package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Action;
import java.util.Map;

/** Where clients are sent. */
final class Redirects {
    private static final Map<Integer, String> STATUSES = Map.of(
            301,
            "MOVED_PERMANENTLY",
            302,
            "FOUND",
            303,
            "SEE_OTHER",
            307,
            "TEMPORARY_REDIRECT",
            308,
            "PERMANENT_REDIRECT");

    private Redirects() {}

    static Block of(Action.Redirect redirect) {
        Block block = new Block().put("host_redirect", redirect.host());
        if (redirect.path() instanceof Action.RedirectPath.Whole whole) {
            block.put("path_redirect", whole.path());
        } else if (redirect.path() instanceof Action.RedirectPath.Prefix prefix) {
            block.put("prefix_rewrite", prefix.by());
        } else if (redirect.path() instanceof Action.RedirectPath.Regex regex) {
            block.put(
                    "regex_rewrite",
                    new Block()
                            .put("pattern", RouteMatches.expression(regex.expression()))
                            .put("substitution", regex.by()));
        }
        return redirect.statusGiven()
                ? block.put("response_code", STATUSES.getOrDefault(redirect.status(), "MOVED_PERMANENTLY"))
                : block;
    }
}
