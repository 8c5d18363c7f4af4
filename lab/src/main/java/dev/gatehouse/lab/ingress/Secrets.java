package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Certificates;
import dev.gatehouse.ambassador.envoy.Certificates.Pem;
import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TlsContext;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Secrets that manifests name, issued anew. */
public final class Secrets {
    private Secrets() {}

    /**
     * A certificate for each Secret, valid for all hosts that it stands for.
     *
     * @param authority issues the certificates of the ingress
     * @param clients issues those of clients, which the ingress believes
     */
    public static Certificates issue(RouteTable table, Authority authority, Authority clients) {
        Map<String, TreeSet<String>> hosts = new TreeMap<>();
        Certificates certificates = Certificates.in("none");
        for (TlsContext context : table.tlsContexts()) {
            if (!context.secret().isEmpty()) {
                hosts.computeIfAbsent(context.secret(), name -> new TreeSet<>()).addAll(context.hosts());
            }
            String trusted = new Settings(context.settings()).text("ca_secret");
            if (!trusted.isEmpty()) {
                Pem pem = new Pem(clients.certificatePem(), "", clients.certificatePem());
                certificates = certificates
                        .with(trusted, pem)
                        .with(trusted + "." + context.origin().namespace(), pem);
            }
        }
        for (Map.Entry<String, TreeSet<String>> secret : hosts.entrySet()) {
            TreeSet<String> names = secret.getValue();
            names.removeIf(name -> name.contains("*"));
            if (names.isEmpty()) {
                names.add("any.invalid");
            }
            Identity identity = authority.server(names);
            certificates = certificates.with(
                    secret.getKey(), new Pem(identity.chainPem(), identity.keyPem(), authority.certificatePem()));
        }
        return certificates;
    }
}
