package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How people call a lab: a line for each model, and the certificates that the lines name in a folder that ends with it.
 */
final class LabClients implements AutoCloseable {
    static final String SUBJECT = "CN=" + Client.NAME + ",O=Gatehouse lab";

    private final List<Client> clients;
    private final Path folder;

    private LabClients(List<Client> clients, Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    /** Writes the certificates of a lab into a new folder. */
    static LabClients write(Lab lab) throws IOException {
        Path folder = Files.createTempDirectory("gatehouse-lab");
        Identity identity = lab.authority().client(SUBJECT);
        Files.writeString(folder.resolve("ca.pem"), lab.authority().certificatePem(), US_ASCII);
        Files.writeString(folder.resolve("client.pem"), identity.chainPem(), US_ASCII);
        Files.writeString(folder.resolve("client.key"), identity.keyPem(), US_ASCII);
        return new LabClients(Client.of(lab), folder);
    }

    /** The lines, each a call of curl. */
    String text(String design, Engine engine) {
        StringBuilder text = new StringBuilder(design + " on loopback, " + engine.word() + " ingress\n");
        String entry = "";
        for (Client client : clients) {
            if (!client.entry().equals(entry)) {
                entry = client.entry();
                text.append("\n")
                        .append(entry)
                        .append(": ")
                        .append(base(client))
                        .append("\n");
            }
            text.append("  ")
                    .append(client.model())
                    .append("\n    ")
                    .append(curl(client))
                    .append("\n");
        }
        return text.toString();
    }

    private static String base(Client client) {
        return client.scheme() + "://" + client.host() + ":" + client.address().getPort();
    }

    private String curl(Client client) {
        StringBuilder line = new StringBuilder(
                "curl --resolve " + client.host() + ":" + client.address().getPort() + ":"
                        + client.address().getAddress().getHostAddress());
        line.append(" -H 'host: ").append(client.host()).append("'");
        if (client.scheme().equals("https")) {
            line.append(" --cacert ").append(folder.resolve("ca.pem"));
        }
        if (client.certificate()) {
            line.append(" --cert ").append(folder.resolve("client.pem"));
            line.append(" --key ").append(folder.resolve("client.key"));
        }
        client.headers()
                .forEach((name, value) -> line.append(" -H '")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append("'"));
        return line.append(" -H 'content-type: ")
                .append(client.contentType())
                .append("' --data '{}' '")
                .append(base(client))
                .append(client.path())
                .append("'")
                .toString();
    }

    @Override
    public void close() throws IOException {
        for (String file : List.of("ca.pem", "client.pem", "client.key")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }
}
