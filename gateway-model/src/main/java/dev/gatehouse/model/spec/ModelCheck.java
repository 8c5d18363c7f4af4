package dev.gatehouse.model.spec;

import java.util.List;
import java.util.regex.Pattern;

/** Checks one of {@code models} by itself: service, path, entries, headers and load. */
final class ModelCheck {
    private static final int LONGEST_PATH = 255;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9._:-]+/)*([A-Za-z0-9._:-]+)?");
    private static final Pattern DOTS = Pattern.compile(".*/\\.{1,2}(/.*)?");
    private static final Pattern GRPC_PATH = Pattern.compile("/|/[A-Za-z0-9._]+/([A-Za-z0-9_]+)?");
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

    private ModelCheck() {}

    static void check(PlatformSpec spec, Model model, Complaints complaints) {
        String subject = subject(model);
        service(subject + ".service", model.service(), complaints);
        path(subject + ".path", model, complaints);
        List<String> known = spec.entries().stream().map(Entry::name).toList();
        complaints.names(SpecRules.UNKNOWN_ENTRY, subject + ".entries", "entry", model.entries(), known);
        if (model.entries().isEmpty()) {
            complaints.error(
                    SpecRules.NO_ENTRY,
                    subject + ".entries",
                    "model " + model.name() + " is served on no entry",
                    "left out, entries means all but those with reach: vpc",
                    known.isEmpty() ? "add an entry" : "write entries: [" + known.get(0) + "]");
        }
        model.headers().forEach((name, value) -> header(subject + ".headers." + name, name, value, complaints));
        load(subject + ".load", model.load(), complaints);
    }

    static String subject(Model model) {
        return "models." + model.name();
    }

    /** Checks the names and the port of a service. */
    static void service(String subject, Service service, Complaints complaints) {
        if (!Names.isLabel(service.name()) || !Names.isLabel(service.namespace())) {
            complaints.error(
                    SpecRules.SERVICE,
                    subject,
                    "'" + service + "' is no service",
                    "Kubernetes takes lower case, digits and hyphens in the names of services and namespaces",
                    "write name.namespace:port, such as fraud.serving:8080");
        }
        if (service.port() < 1 || service.port() > 65_535) {
            complaints.error(
                    SpecRules.SERVICE,
                    subject,
                    "port " + service.port() + " of " + service,
                    "a port is 1 to 65535",
                    "write the port of the Kubernetes Service");
        }
    }

    /** Checks the name and the value of a header that requests are told apart by. */
    static void header(String subject, String name, String value, Complaints complaints) {
        if (!Names.isHeader(name)) {
            complaints.error(
                    SpecRules.HEADER,
                    subject,
                    "'" + name + "' is no header to tell requests apart by",
                    name.equals("host")
                            ? "the host belongs to the entry"
                            : "it has characters that no header's name has",
                    "choose a header of your own, such as x-model");
        }
        if (!Names.isHeaderValue(value)) {
            complaints.error(
                    SpecRules.HEADER,
                    subject,
                    "'" + value + "' is no value to match header " + name + " by",
                    "a value is printable ASCII, and Emissary replaces $NAME by what its environment holds",
                    "write letters, digits and punctuation other than $");
        }
    }

    private static void path(String subject, Model model, Complaints complaints) {
        String path = model.path();
        if (!path.startsWith("/")) {
            complaints.error(
                    SpecRules.PATH,
                    subject,
                    "path '" + path + "' does not begin with a slash",
                    "a path begins at the root of the host",
                    "write /" + path);
        } else if (path.length() > LONGEST_PATH
                || !PATH.matcher(path).matches()
                || DOTS.matcher(path).matches()) {
            complaints.error(
                    SpecRules.PATH,
                    subject,
                    "path '" + path + "' has what some hop takes for something else",
                    "every hop takes letters, digits and . _ : - between single slashes; $ { } * % ? # mean something to some",
                    "write a path of those characters, at most " + LONGEST_PATH);
        } else if (path.startsWith("/ambassador/") || path.equals("/ambassador")) {
            complaints.error(
                    SpecRules.PATH,
                    subject,
                    "path " + path + " is Emissary's own",
                    "it answers its health checks and diagnostics there",
                    "choose another path");
        } else if (model.protocol() == Protocol.GRPC && !GRPC_PATH.matcher(path).matches()) {
            complaints.error(
                    SpecRules.GRPC_PATH,
                    subject,
                    "no gRPC call has the path " + path,
                    "a gRPC client calls /package.Service/Method, and paths reach the model unchanged",
                    "write one such as /inference.GRPCInferenceService/");
        }
    }

    private static void load(String subject, Load load, Complaints complaints) {
        if (load.average().compareTo(load.peak()) > 0) {
            complaints.error(
                    SpecRules.LOAD,
                    subject + ".peak",
                    "peak " + load.peak() + " is less than average " + load.average(),
                    "capacity is planned for the peak",
                    "write " + load.average() + " or more");
        }
        if (load.peak().perHour().signum() == 0) {
            complaints.error(
                    SpecRules.LOAD,
                    subject + ".peak",
                    "peak is " + load.peak(),
                    "nothing would be planned for",
                    "write the most requests that you expect at once");
        }
        load.connections().stream()
                .filter(count -> count < 1)
                .forEach(count -> complaints.error(
                        SpecRules.LOAD,
                        subject + ".connections",
                        "connections is " + count,
                        "a client has at least one",
                        "write 1 or more, or leave it out"));
        load.contentType()
                .filter(type -> !CONTENT_TYPE.matcher(type).matches())
                .ifPresent(type -> complaints.error(
                        SpecRules.LOAD,
                        subject + ".content-type",
                        "'" + type + "' is no content type",
                        "one is a type, a slash and a subtype in lower case, without parameters",
                        "write one such as image/jpeg"));
    }
}
