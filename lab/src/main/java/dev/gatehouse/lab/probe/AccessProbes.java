package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Encrypted;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.PrivateAdmin;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who comes in, and how. */
final class AccessProbes {
    private AccessProbes() {}

    /** A call that keeps the rules reaches its model. */
    static Observation entry(Bench bench, Bench.Target target) throws IOException {
        Reply reply = bench.call(target, Map.of(), 8);
        return reply.answered(target.model().name())
                ? Observation.kept(
                        target.client().scheme() + " as " + target.client().host() + ": " + reply)
                : Observation.stopped(target, reply, "a call that keeps the rules");
    }

    /** Only a token of the right issuer for the right audience comes in. */
    static Observation jwt(Bench bench, Bench.Target target) throws IOException {
        Optional<Jwt> asked = bench.lab()
                .topology()
                .spec()
                .requirement(Jwt.class, target.path().entry(), target.model());
        if (asked.isEmpty()) {
            return Observation.kept("not asked of this model");
        }
        String good = target.client().headers().getOrDefault("authorization", "");
        String issuer = asked.get().issuer();
        String audience = asked.get().audience().get(0);
        Map<String, String> bad = Map.of(
                "no token",
                "",
                "another issuer",
                "Bearer " + bench.lab().tokens().token(issuer + ".elsewhere", audience, Map.of()),
                "another audience",
                "Bearer " + bench.lab().tokens().token(issuer, audience + "-else", Map.of()),
                "a forged signature",
                good.substring(0, good.lastIndexOf('.') + 1) + "AAAA");
        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, String> token : bad.entrySet()) {
            Reply refused = bench.call(target, Map.of("authorization", token.getValue()), 8);
            tried.add(token.getKey() + ": " + refused.status());
            if (refused.status() != 401 || !refused.model().isEmpty()) {
                return Observation.missing(token.getKey() + " comes in: " + refused);
            }
        }
        Reply passed = bench.call(target, Map.of(), 8);
        return Observation.of(
                passed.answered(target.model().name()),
                String.join(", ", tried.stream().sorted().toList()) + ", a good one: " + passed);
    }

    /** Only a client with a certificate of the trusted authority comes in. */
    static Observation mutualTls(Bench bench, Bench.Target target) throws IOException {
        Identity stranger = Authority.create("stranger").client("CN=" + Client.NAME);
        for (Optional<Identity> shown : List.of(Optional.<Identity>empty(), Optional.of(stranger))) {
            Reply reply = shows(bench, target, shown);
            if (!reply.isRefused()) {
                return Observation.missing(
                        (shown.isEmpty() ? "a client without a certificate: " : "a stranger's certificate: ") + reply);
            }
        }
        Reply own = shows(bench, target, bench.own(target));
        return Observation.of(
                own.answered(target.model().name()),
                "no certificate and a stranger's are refused, a client of the trusted authority: " + own);
    }

    /** What becomes of a call on a connection of its own; a failed handshake is a broken connection. */
    private static Reply shows(Bench bench, Bench.Target target, Optional<Identity> shown) {
        try (Conversation conversation = bench.open(target, shown)) {
            return conversation.call(
                    HttpMethod.POST,
                    target.client().path(),
                    Bench.headers(target, bench.admitted(target, Map.of())),
                    Bench.body(target, new byte[8]));
        } catch (IOException e) {
            return Reply.broken();
        }
    }

    /** The entrance speaks TLS and nothing else; where every wire shall, the model's does too. */
    static Observation encrypted(Bench bench, Bench.Target target) throws IOException {
        boolean tls = target.client().scheme().equals("https") && !speaksClear(bench, target);
        if (!tls) {
            return Observation.missing("the entrance takes requests in the clear");
        }
        boolean all = bench.lab()
                .topology()
                .spec()
                .requirement(Encrypted.class, target.path().entry(), target.model())
                .map(encrypted -> encrypted.wires() == Encrypted.Wires.ALL)
                .orElse(false);
        if (!all) {
            return Observation.kept("the entrance speaks TLS and refuses requests in the clear");
        }
        Reply echo = bench.call(target, Map.of(ModelServer.ECHO, "1"), 8);
        return Observation.of(
                echo.text().contains("\"tls\":true"),
                "TLS at the entrance; the model says of its wire: " + echo.text());
    }

    private static boolean speaksClear(Bench bench, Bench.Target target) {
        try (Conversation clear = bench.openClear(target)) {
            Reply reply = clear.call(
                    HttpMethod.POST,
                    target.client().path(),
                    Bench.headers(target, bench.admitted(target, Map.of())),
                    new byte[0]);
            return !reply.model().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Administrative paths answer 404 outside; inside {@code /admin/<model>} leads to them. */
    static Observation privateAdmin(Bench bench, Bench.Target target) throws IOException {
        boolean outside = target.path().entry().isPublic();
        List<String> paths = bench.lab().topology().spec().requirements(PrivateAdmin.class).stream()
                .flatMap(admin -> admin.paths().stream())
                .distinct()
                .toList();
        for (String path : paths) {
            String asked = outside ? path : "/admin/" + target.model().name() + path;
            Reply reply = bench.call(target, asked, Map.of(), new byte[0]);
            boolean reached = reply.status() == 200 && reply.text().contains("\"path\":\"" + path);
            boolean good = outside ? reply.status() == 404 && !reached : reached;
            if (!good) {
                return Observation.missing(asked + ": " + reply);
            }
        }
        return Observation.kept(String.join(", ", paths) + (outside ? " answer 404" : " are reached below /admin/"));
    }

    /** Whether what the cell says is only kept by something that its reader builds. */
    static boolean isLeftToYou(Bench.Target target) {
        return target.cell().state() == State.CONDITIONAL && !target.path().has(HopKind.AMBASSADOR);
    }
}
