package dev.gatehouse.model.topology;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Which port number means what. They are a promise: a number changes only when what it means does. */
final class PortNumbers {
    static final int EDGE = 8081;
    static final int REST = 8082;
    static final int ALB = 8083;
    static final int ALB_MTLS = 8084;
    static final int REST_MTLS = 8085;
    static final int HTTP_API = 8086;
    static final int HTTP_API_MTLS = 8087;
    static final int CLOUDFRONT = 8088;
    static final int VPC_HTTP = 8090;
    static final int VPC = 8091;

    /** What Emissary's pods listen on for themselves, and the ports above. */
    private static final Set<Integer> TAKEN = Set.of(
            8001,
            8002,
            8004,
            8006,
            8877,
            EDGE,
            REST,
            ALB,
            ALB_MTLS,
            REST_MTLS,
            HTTP_API,
            HTTP_API_MTLS,
            CLOUDFRONT,
            VPC_HTTP,
            VPC);

    static final int FIRST_MODEL_PORT = 10_000;
    static final int MODEL_PORTS = 40_000;
    private static final int SHIFT = 10_000;

    private PortNumbers() {}

    /** The pods' port for clients with certificates that call {@code front}: the same number where pods may use it. */
    static int passedThrough(int front) {
        int unprivileged = front < 1024 ? front + 8000 : front;
        return TAKEN.contains(unprivileged) ? unprivileged + SHIFT : unprivileged;
    }

    /**
     * A port per model, from 10000 to 49999, derived from its name and not from its place in the file. Where two names
     * give one port, the later in the alphabet takes the next free one.
     */
    static Map<String, Integer> ofModels(List<String> names) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        Set<Integer> used = new TreeSet<>();
        for (String name : new TreeSet<>(names)) {
            int port = hashed(name);
            while (!used.add(port)) {
                port = FIRST_MODEL_PORT + (port - FIRST_MODEL_PORT + 1) % MODEL_PORTS;
            }
            ports.put(name, port);
        }
        return ports;
    }

    private static int hashed(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return FIRST_MODEL_PORT + (int) (crc.getValue() % MODEL_PORTS);
    }
}
