package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.HeaderEdit;
import dev.gatehouse.ambassador.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Entries of virtual hosts.
 *
 * @param authorized whether an authorization service is asked
 */
record Routes(boolean authorized) {
    private static final String ASKED = "envoy.filters.http.ext_authz";

    Block of(Route route) {
        Block block = new Block().put("match", RouteMatches.of(route));
        Block settings = new Block();
        authorization(route.action().authorization()).ifPresent(asked -> settings.put(ASKED, asked));
        if (route.action() instanceof Action.Forward forward) {
            block.put("route", Forwarding.of(forward));
            headers(forward.extras().headers(), block);
            Block cors = CrossOrigin.of(new Settings(forward.extras().cors()));
            settings.putBlock("envoy.filters.http.cors", cors);
        } else if (route.action() instanceof Action.Redirect redirect) {
            block.put("redirect", Redirects.of(redirect));
        } else {
            block.put("redirect", new Block().put("https_redirect", true));
        }
        return block.putBlock("typed_per_filter_config", settings);
    }

    private Optional<Block> authorization(Authorization authorization) {
        Block asked = Block.typed("extensions.filters.http.ext_authz.v3.ExtAuthzPerRoute");
        if (!authorized) {
            return Optional.empty();
        }
        if (authorization instanceof Authorization.Ask ask) {
            return ask.context().isEmpty()
                    ? Optional.empty()
                    : Optional.of(asked.put(
                            "check_settings", new Block().put("context_extensions", new TreeMap<>(ask.context()))));
        }
        return Optional.of(asked.put("disabled", true));
    }

    private static void headers(List<HeaderEdit> edits, Block block) {
        block.putAll("request_headers_to_add", added(edits, HeaderEdit.Side.REQUEST))
                .putAll("request_headers_to_remove", removed(edits, HeaderEdit.Side.REQUEST))
                .putAll("response_headers_to_add", added(edits, HeaderEdit.Side.ANSWER))
                .putAll("response_headers_to_remove", removed(edits, HeaderEdit.Side.ANSWER));
    }

    private static List<Block> added(List<HeaderEdit> edits, HeaderEdit.Side side) {
        return edits.stream()
                .filter(edit -> edit.side() == side && !(edit.how() instanceof HeaderEdit.Change.Remove))
                .map(edit -> edit.how() instanceof HeaderEdit.Change.Append append
                        ? added(edit.name(), append.value(), "APPEND_IF_EXISTS_OR_ADD")
                        : added(
                                edit.name(),
                                ((HeaderEdit.Change.Set) edit.how()).value(),
                                "OVERWRITE_IF_EXISTS_OR_ADD"))
                .toList();
    }

    private static Block added(String name, String value, String how) {
        return new Block()
                .put("header", new Block().put("key", name).put("value", value))
                .put("append_action", how);
    }

    private static List<String> removed(List<HeaderEdit> edits, HeaderEdit.Side side) {
        return edits.stream()
                .filter(edit -> edit.side() == side && edit.how() instanceof HeaderEdit.Change.Remove)
                .map(HeaderEdit::name)
                .toList();
    }
}
