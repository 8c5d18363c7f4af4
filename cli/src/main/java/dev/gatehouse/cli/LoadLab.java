package dev.gatehouse.cli;

import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.Labs;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Durations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.LocalDate;
import java.util.List;

/**
 * The process of its own in which the contestants of a load test run: {@code FOLDER SPEC DAY ENGINE DELAYS CROWD
 * DESIGN…}, as {@link LabProcess} starts it. It writes into FOLDER how each is asked ({@code calls.json}), whom to
 * trust and what to show, prints {@link #READY}, and lives until its input ends. Status 2 with findings on standard
 * error if the lab can't be started.
 *
 * <p>Short runs of the command line do without the optimizing compiler; hops that are measured may not.
 */
public final class LoadLab {
    static final String READY = "ready";
    static final String CALLS = "calls.json";
    static final String TRUST = "trust.p12";
    static final String CLIENT = "client.p12";

    /** Where one loop encrypts a body of megabytes, requests on the others go on: a real hop has many cores. */
    private static final int LOOPS_OF_A_CORE = 4;

    /** Guards nothing: the keys are those of a lab that ends with the run, in a folder that only its user reads. */
    static final String PASSWORD = "gatehouse";

    private LoadLab() {}

    /** Runs until the end of standard input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        List<String> given = List.of(arguments);
        ByteArrayOutputStream quiet = new ByteArrayOutputStream();
        Call call = new Call(Surroundings.of(
                InputStream.nullInputStream(), quiet, quiet, Path.of(""), LocalDate.parse(given.get(2))));
        try (Labs labs = start(call, given)) {
            Runtime.getRuntime().addShutdownHook(new Thread(labs::close, "gatehouse-lab-end"));
            out.println(READY);
            while (System.in.read() >= 0) {
                // whatever is typed means nothing
            }
        } catch (Refusal e) {
            call.complain(e.findings());
            fail(quiet);
        } catch (InvalidInputException e) {
            call.complain(e.findings());
            fail(quiet);
        }
    }

    private static void fail(ByteArrayOutputStream said) throws IOException {
        PrintStream err = System.err;
        err.write(said.toByteArray());
        System.exit(Status.NOT_UNDERSTOOD.number());
    }

    private static Labs start(Call call, List<String> given) throws IOException {
        Path folder = Path.of(given.get(0));
        Platform platform = Platform.open(call, given.get(1));
        LabOptions options = options(given.get(3), given.get(4))
                .inCrowd(Integer.parseInt(given.get(5)))
                .keptWarm();
        List<Topology> topologies =
                DesignIds.chosen(
                                LoadOptions.NAME,
                                given.subList(6, given.size()),
                                call.around().today())
                        .stream()
                        .map(design -> platform.located(() -> design.realize(
                                platform.spec(),
                                platform.facts().asOf(call.around().today()))))
                        .toList();
        Labs labs = platform.located(() -> Labs.start(topologies, options));
        LoadCalls calls = new LoadCalls(LoadPlan.asked(platform, false));
        labs.all().forEach(calls::design);
        calls.direct(labs.all().get(0));
        CallsJson.write(folder.resolve(CALLS), calls.all());
        stores(folder, labs);
        return labs;
    }

    private static LabOptions options(String engine, String delays) {
        int loops = LOOPS_OF_A_CORE * Runtime.getRuntime().availableProcessors();
        LabOptions options = LabOptions.standard()
                .on(engine.equals(Engine.ENVOY.word()) ? Engine.ENVOY : Engine.EMBEDDED)
                .onThreads(loops);
        for (String delay : delays.isEmpty() ? List.<String>of() : List.of(delays.split(",", -1))) {
            int equals = delay.indexOf('=');
            options = options.inject(
                    new HopKind(delay.substring(0, equals)), Durations.parse(delay.substring(equals + 1)));
        }
        return options;
    }

    /** Whom the generator trusts, and the certificate that it shows where it must. */
    private static void stores(Path folder, Labs labs) throws IOException {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("lab", labs.authority().certificate());
            store(trust, folder.resolve(TRUST));
            Identity identity = labs.authority().client(LabClients.SUBJECT);
            KeyStore client = KeyStore.getInstance("PKCS12");
            client.load(null, null);
            client.setKeyEntry(
                    "client",
                    identity.key(),
                    PASSWORD.toCharArray(),
                    identity.chain().toArray(Certificate[]::new));
            store(client, folder.resolve(CLIENT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PKCS12", e);
        }
    }

    private static void store(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }
}
