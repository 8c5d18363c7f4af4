package dev.gatehouse.ambassador.apiserver;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** How the two programs are called so that they meet: everything on loopback and below one folder. */
record ServerOptions(Path folder, int etcdPort, int securePort) {
    /** The word by which somebody who may do everything is known. */
    static final String TOKEN = "admin-of-tests";

    /**
     * Below the ports that the system gives to connections, so that none takes a port before its server does, and above
     * those that Envoy's tests beside this one take.
     */
    private static final int LOWEST_PORT = 23_000;

    private static final int HIGHEST_PORT = 32_000;

    static ServerOptions in(Path folder) throws IOException {
        Files.writeString(folder.resolve("tokens.csv"), TOKEN + ",admin,admin,system:masters\n");
        Files.writeString(folder.resolve("accounts.pem"), key());
        return new ServerOptions(folder, freePort(), freePort());
    }

    String url() {
        return "https://127.0.0.1:" + securePort;
    }

    /** That the API server makes for itself when it starts. */
    Path certificate() {
        return folder.resolve("certificates/apiserver.crt");
    }

    List<String> etcd(Path program) {
        return List.of(
                program.toString(),
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=" + etcdUrl(),
                "--advertise-client-urls=" + etcdUrl(),
                "--listen-peer-urls=http://127.0.0.1:0");
    }

    List<String> kubernetes(Path program) {
        return List.of(
                program.toString(),
                "--etcd-servers=" + etcdUrl(),
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + securePort,
                "--cert-dir=" + folder.resolve("certificates"),
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=RBAC",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + folder.resolve("accounts.pem"),
                "--service-account-signing-key-file=" + folder.resolve("accounts.pem"),
                "--service-cluster-ip-range=10.0.0.0/24",
                "--endpoint-reconciler-type=none");
    }

    private String etcdUrl() {
        return "http://127.0.0.1:" + etcdPort;
    }

    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (BindException e) {
            return false;
        }
    }

    /** With which tokens of service accounts are signed. */
    private static String key() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            String text = Base64.getMimeEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
