package dev.gatehouse.ambassador.envoy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;

/** A certificate for {@code *.example.com} that signs itself, made anew for each run. */
final class SelfSigned {
    private static final String ALIAS = "server";

    private SelfSigned() {}

    static Certificates.Pem pem(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        String word = UUID.randomUUID().toString();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=example.com",
                        "-ext",
                        "san=dns:*.example.com",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        word)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, word.toCharArray());
        }
        String certificate = text("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
        return new Certificates.Pem(
                certificate,
                text("PRIVATE KEY", keys.getKey(ALIAS, word.toCharArray()).getEncoded()),
                certificate);
    }

    private static String text(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }
}
