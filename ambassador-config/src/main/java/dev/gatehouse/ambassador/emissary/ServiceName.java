package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes the name of a service: one without a namespace is looked for in its Mapping's. */
final class ServiceName {
    private static final Pattern AFTER_SCHEME = Pattern.compile("^[A-Za-z0-9+.-]*");
    private static final Pattern ESCAPE = Pattern.compile("%.{0,2}", Pattern.DOTALL);
    private static final Pattern GOOD_ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final String UNESCAPED = "_.-~!$&'()*+,;=:[]<>\"";

    private final Deployment deployment;
    private final Module module;
    private final Problems problems;

    ServiceName(Deployment deployment, Module module, Problems problems) {
        this.deployment = deployment;
        this.module = module;
        this.problems = problems;
    }

    /** The service with its namespace; as it was written where it can't be read. */
    String qualified(String service, Origin mapping, boolean kubernetes) {
        String host;
        String scheme;
        int port;
        try {
            UrlParts parts = UrlParts.of(isBare(service) ? "//" + service : service);
            if (parts.host().isEmpty()) {
                throw new UrlParts.Malformed("it has no host");
            }
            host = decoded(parts.host());
            scheme = parts.scheme();
            port = parts.port();
        } catch (UrlParts.Malformed e) {
            problems.add(Problems.GLOBAL, mapping, "service '" + service + "' is malformed: " + e.getMessage());
            return service;
        }
        boolean qualified = host.contains(".") || host.contains(":") || host.equals("localhost");
        if (!qualified
                && kubernetes
                && !module.usesOwnNamespace()
                && !mapping.namespace().equals(deployment.namespace())) {
            host += "." + mapping.namespace();
        }
        String out = encoded(host);
        if (out.contains(":")) {
            out = "[" + out + "]";
        }
        return (scheme.isEmpty() ? "" : scheme + "://") + out + (port == 0 ? "" : ":" + port);
    }

    private static boolean isBare(String service) {
        boolean scheme = service.indexOf("://") > 0
                && AFTER_SCHEME.matcher(service).replaceFirst("").startsWith("://");
        return !scheme && !service.startsWith("//");
    }

    private static String decoded(String host) throws UrlParts.Malformed {
        if (host.indexOf('%') < 0) {
            return host;
        }
        Matcher escape = ESCAPE.matcher(host);
        while (escape.find()) {
            if (!GOOD_ESCAPE.matcher(escape.group()).matches()) {
                throw new UrlParts.Malformed("'" + escape.group() + "' is no escape");
            }
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < host.length(); ) {
            if (host.charAt(i) == '%') {
                bytes.write(Integer.parseInt(host.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                int point = host.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isPlain(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (!isPlain(host.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0);
    }

    private static String encoded(String host) {
        if (isPlain(host)) {
            return host;
        }
        StringBuilder out = new StringBuilder();
        for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            out.append(isPlain(c) ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
