package dev.gatehouse.model.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a model's pods are reached: a Kubernetes Service.
 *
 * @param name the Service's name
 * @param namespace its namespace
 * @param port its port, 1 to 65535
 * @param tls whether it speaks TLS ({@code https://} in front)
 */
public record Service(String name, String namespace, int port, boolean tls) {
    private static final Pattern FORM = Pattern.compile("(https://)?([^./:\\s]+)\\.([^./:\\s]+):([0-9]{1,5})");

    /**
     * Reads {@code [https://]name.namespace:port}. Names and port are checked with the rest of the spec.
     *
     * @throws IllegalArgumentException with a message for the user, if it has another form
     */
    public static Service parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no service; write " + advice(text));
        }
        return new Service(
                matcher.group(2), matcher.group(3), Integer.parseInt(matcher.group(4)), matcher.group(1) != null);
    }

    private static String advice(String text) {
        String form = "name.namespace:port, such as fraud.serving:8080";
        if (text.startsWith("http://")) {
            return form + ", without http://";
        }
        return text.contains(".svc")
                ? form + ", without .svc and what follows"
                : form + " (https:// in front if it speaks TLS)";
    }

    /** The same service, speaking TLS. */
    public Service withTls() {
        return new Service(name, namespace, port, true);
    }

    /** As the spec writes it: {@code [https://]name.namespace:port}. */
    @Override
    public String toString() {
        return (tls ? "https://" : "") + name + "." + namespace + ":" + port;
    }
}
