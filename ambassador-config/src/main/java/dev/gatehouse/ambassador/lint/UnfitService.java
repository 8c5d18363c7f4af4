package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that is more or less than a host and a port. */
final class UnfitService implements Rule {
    private static final About ABOUT = About.of(
            "GH-456", Severity.ERROR, Source.RUN, "a service that is more or less than a host and a port", """
            A service is a host with an optional port, and http:// or https:// before it. A path behind it is
            cut off without a word; another scheme counts as http; a port above 65535 gives a route to an
            upstream that can't be reached. Paths are changed by rewrite.""");
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>[^:/?#]*)://)?(?<host>\\[[^\\]]*]|[^:/?#]*)(?::(?<port>[^/?#]*))?(?<rest>[/?#].*)?");
    private static final Pattern PORT =
            Pattern.compile("0*([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                Matcher parts = FORM.matcher(mapping.text("service"));
                if (mapping.text("service").isEmpty() || !parts.matches()) {
                    continue;
                }
                String scheme = String.valueOf(parts.group("scheme")).toLowerCase(Locale.ROOT);
                String port = String.valueOf(parts.group("port"));
                String rest = String.valueOf(parts.group("rest"));
                if (parts.group("scheme") != null && !scheme.equals("http") && !scheme.equals("https")) {
                    add(
                            mapping,
                            report,
                            "scheme " + parts.group("scheme") + " is unknown",
                            "it counts as http",
                            "write http:// or https://");
                } else if (parts.group("port") != null && !PORT.matcher(port).matches()) {
                    add(
                            mapping,
                            report,
                            "port " + port + " can't be",
                            "the upstream can't be reached: 503",
                            "write 1 to 65535");
                } else if (parts.group("host").isEmpty()) {
                    add(
                            mapping,
                            report,
                            "there is no host in it",
                            "there is nowhere to send requests to",
                            "write name.namespace:port");
                } else if (parts.group("rest") != null && !mapping.flag("host_redirect")) {
                    add(
                            mapping,
                            report,
                            rest + " stands behind the host",
                            "it is cut off without a word",
                            "set the path by rewrite");
                }
            }
        }
    }

    private static void add(Written mapping, Report report, String what, String why, String fix) {
        report.add(mapping, mapping.place("service"), "service " + mapping.text("service") + ": " + what, why, fix);
    }
}
