package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.TlsContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The TLS contexts by name: those that are written, and one for each Host that has a certificate and names none. */
final class TlsContexts {
    private static final Set<String> CERTIFICATE = Set.of(
            "secret",
            "cert_chain_file",
            "private_key_file",
            "ca_secret",
            "cacert_chain_file",
            "crl_secret",
            "crl_file");
    private static final Set<String> OTHERS = Set.of(
            "alpn_protocols",
            "cert_required",
            "cipher_suites",
            "ecdh_curves",
            "hosts",
            "max_tls_version",
            "min_tls_version",
            "redirect_cleartext_from",
            "secret_namespacing",
            "sni");

    /** One context while it is being put together. */
    static final class Context {
        final String name;
        final Origin origin;
        final Attributes values = new Attributes();
        private final Problems problems;
        private boolean usable = true;

        Context(String name, Origin origin, Attributes given, Problems problems) {
            this.name = name;
            this.origin = origin;
            this.problems = problems;
            given.values().forEach((key, value) -> {
                if (CERTIFICATE.contains(key) || OTHERS.contains(key)) {
                    values.put(key, value);
                }
            });
            boolean file = values.truthy("cert_chain_file");
            if (file && !values.truthy("private_key_file")) {
                refuse("cert_chain_file needs private_key_file");
            }
            if (file && values.truthy("secret")) {
                refuse("secret and cert_chain_file exclude each other");
            }
        }

        /** Complains; a context with a complaint ends no TLS. */
        void refuse(String what) {
            usable = false;
            problems.add(origin, "TLSContext " + name + ": " + what);
        }

        boolean usable() {
            return usable;
        }

        List<String> hosts() {
            return values.texts("hosts");
        }

        /**
         * Whether its certificate can be had, as far as the manifests tell: that Secrets exist is taken for granted.
         */
        private void resolve() {
            boolean certificate = values.truthy("secret") || values.truthy("cert_chain_file");
            if (CERTIFICATE.stream().noneMatch(values::has)) {
                refuse("it has no certificate at all");
            } else if (!certificate && (values.truthy("ca_secret") || values.truthy("cacert_chain_file"))) {
                refuse("it can't check clients' certificates without one of its own");
            } else if (!certificate && !hosts().isEmpty()) {
                refuse("it has no certificate for its hosts");
            }
        }

        private TlsContext result() {
            Attributes settings = Attributes.of(values.values());
            settings.remove("hosts");
            settings.remove("secret");
            return new TlsContext(name, origin, hosts(), secret(), settings.values());
        }

        private String secret() {
            String secret = values.text("secret");
            boolean namespaced =
                    secret.contains(".") && (!values.has("secret_namespacing") || values.truthy("secret_namespacing"));
            return secret.isEmpty() || namespaced ? secret : secret + "." + origin.namespace();
        }
    }

    private final Map<String, Context> contexts = new LinkedHashMap<>();
    private final Problems problems;

    private TlsContexts(Problems problems) {
        this.problems = problems;
    }

    static TlsContexts of(Store store, Problems problems) {
        TlsContexts all = new TlsContexts(problems);
        for (Resource resource : store.of(Kind.TLS_CONTEXT)) {
            Context context = new Context(resource.name(), resource.origin(), resource.spec(), problems);
            if (context.usable()) {
                all.add(context);
            }
        }
        return all;
    }

    /** Adds a context, unless the name is taken or its redirect's port is another than that of the first with one. */
    void add(Context context) {
        if (contexts.containsKey(context.name)) {
            problems.add(Problems.GLOBAL, context.origin, "a second TLSContext is called " + context.name);
            return;
        }
        Optional<Object> port = context.values.get("redirect_cleartext_from");
        boolean conflict = port.isPresent()
                && contexts.values().stream()
                        .map(other -> other.values.get("redirect_cleartext_from"))
                        .flatMap(Optional::stream)
                        .anyMatch(other -> !other.equals(port.get()));
        if (conflict) {
            problems.add(Problems.GLOBAL, context.origin, "redirect_cleartext_from differs from another TLSContext's");
            return;
        }
        contexts.put(context.name, context);
    }

    Optional<Context> get(String name) {
        return Optional.ofNullable(contexts.get(name));
    }

    Collection<Context> all() {
        return contexts.values();
    }

    /** Takes out those whose certificate can't be had. Comes after the Hosts, which complete some. */
    void resolve() {
        contexts.values().forEach(Context::resolve);
        contexts.values().removeIf(context -> !context.usable());
    }

    List<TlsContext> results() {
        return contexts.values().stream().map(Context::result).toList();
    }
}
