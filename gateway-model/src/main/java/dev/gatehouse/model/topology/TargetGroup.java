package dev.gatehouse.model.topology;

/**
 * What joins a port of an NLB to the pods behind it. Both sides know it by its name.
 *
 * @param name at most 32 characters: a slug and a hash of every property whose change replaces the target group or its
 *     balancer, so that a replacement never meets its own name
 * @param port the targets' port
 * @param tls whether the NLB speaks TLS to the targets
 * @param namespace the namespace of the Service that the targets belong to
 * @param service the Service's name
 * @param servicePort the Service's port
 * @param preservesClientAddress whether targets see the client's own address
 * @param healthCheck how the NLB checks the targets
 */
public record TargetGroup(
        String name,
        int port,
        boolean tls,
        String namespace,
        String service,
        int servicePort,
        boolean preservesClientAddress,
        HealthCheck healthCheck) {}
