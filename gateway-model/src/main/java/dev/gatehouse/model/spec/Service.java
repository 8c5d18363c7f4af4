package dev.gatehouse.model.spec;

/**
 * Where a model's pods are reached: a Kubernetes Service.
 *
 * @param name the Service's name
 * @param namespace its namespace
 * @param port its port, 1 to 65535
 * @param tls whether it speaks TLS ({@code https://} in front)
 */
public record Service(String name, String namespace, int port, boolean tls) {
    /** As the spec writes it: {@code [https://]name.namespace:port}. */
    @Override
    public String toString() {
        return (tls ? "https://" : "") + name + "." + namespace + ":" + port;
    }
}
