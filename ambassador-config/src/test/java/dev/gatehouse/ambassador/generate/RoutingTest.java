package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.generate.Router.Request;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.spec.Service;
import dev.gatehouse.model.spec.Shadow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Emissary would do with what was generated, asked of the route table. */
class RoutingTest {
    private static final String ALL = "dev.gatehouse.ambassador.generate.Generated#withAmbassador";

    @ParameterizedTest
    @MethodSource(ALL)
    void Emissary_has_nothing_to_complain_of(Generated generated) {
        assertThat(generated.manifests().findings()).isEmpty();
        assertThat(generated.routes().problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void every_model_gets_its_shares_on_its_own_entries(Generated generated) {
        Router router = new Router(generated.routes());
        for (Served served : Served.all(generated.topology())) {
            for (Model model : generated.spec().modelsOf(served.entry())) {
                for (Request request : requests(served, model)) {
                    assertThat(router.shares(request)).as("%s", request).isEqualTo(expectedShares(model));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_pinned_request_always_reaches_the_canary(Generated generated) {
        Router router = new Router(generated.routes());
        for (Served served : Served.all(generated.topology())) {
            for (Model model : generated.spec().modelsOf(served.entry())) {
                model.canary()
                        .ifPresent(canary -> canary.pin().ifPresent(pin -> {
                            for (Request request : requests(served, model)) {
                                assertThat(router.shares(with(request, pin)))
                                        .as("%s", request)
                                        .isEqualTo(Map.of(address(canary.service()), 100));
                            }
                        }));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_shadow_copies_base_canary_and_pinned_requests(Generated generated) {
        Router router = new Router(generated.routes());
        for (Served served : Served.all(generated.topology())) {
            for (Model model : generated.spec().modelsOf(served.entry())) {
                List<Request> requests = new ArrayList<>(requests(served, model));
                model.canary()
                        .flatMap(Canary::pin)
                        .ifPresent(pin -> requests(served, model).forEach(request -> requests.add(with(request, pin))));
                for (Request request : requests) {
                    for (int draw : new int[] {0, 99}) {
                        assertThat(mirrors(router, request, draw))
                                .as("%s", request)
                                .isEqualTo(model.shadow()
                                        .map(RoutingTest::expectedMirror)
                                        .orElse(Map.of()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void the_path_reaches_the_model_unchanged(Generated generated) {
        Router router = new Router(generated.routes());
        for (Served served : Served.all(generated.topology())) {
            for (Model model : generated.spec().modelsOf(served.entry())) {
                for (Request request : requests(served, model)) {
                    assertThat(forward(router, request).path()).isInstanceOf(PathRewrite.Keep.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void no_request_for_one_entry_is_answered_at_the_port_of_another(Generated generated) {
        Router router = new Router(generated.routes());
        List<Served> all = Served.all(generated.topology());
        for (Served at : all) {
            for (Served asked : all) {
                if (at.port().equals(asked.port())) {
                    continue;
                }
                for (Model model : generated.spec().modelsOf(asked.entry())) {
                    for (Request request : requests(asked, model)) {
                        for (String serverName :
                                List.of("", at.entry().host(), asked.entry().host())) {
                            Request crossing = new Request(
                                    at.port().targetGroup().port(),
                                    serverName,
                                    request.host(),
                                    request.path(),
                                    request.headers());
                            assertThat(router.shares(crossing))
                                    .as("%s", crossing)
                                    .isEqualTo(Map.of("404", 100));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_model_is_not_reached_by_an_entry_that_does_not_serve_it(Generated generated) {
        Router router = new Router(generated.routes());
        for (Served served : Served.all(generated.topology())) {
            Set<String> own = generated.spec().modelsOf(served.entry()).stream()
                    .flatMap(model -> services(model).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (Model model : generated.spec().models()) {
                if (model.entries().contains(served.entry().name())) {
                    continue;
                }
                for (Request request : requests(served, model)) {
                    Set<String> strangers = new TreeSet<>(router.shares(request).keySet());
                    strangers.retainAll(services(model));
                    strangers.removeAll(own);
                    assertThat(strangers).as("%s", request).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void admin_paths_answer_404_on_public_entries(Generated generated) {
        Router router = new Router(generated.routes());
        for (PrivateAdmin admin : generated.spec().requirements(PrivateAdmin.class)) {
            for (Served served : Served.all(generated.topology())) {
                if (served.entry().isPublic() && admin.scope().covers(served.entry())) {
                    for (String path : reached(admin)) {
                        Map<String, Integer> shares = router.shares(request(served, path, Map.of()));
                        assertThat(shares.keySet()).as("%s", path).isSubsetOf("404", "127.0.0.1:8877");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void inside_the_VPC_admin_paths_lead_to_each_model(Generated generated) {
        Router router = new Router(generated.routes());
        for (PrivateAdmin admin : generated.spec().requirements(PrivateAdmin.class)) {
            for (Served served : Served.all(generated.topology())) {
                for (Model model : generated.spec().models()) {
                    if (!served.entry().isPublic()) {
                        for (String path : reached(admin)) {
                            Request request = request(served, "/admin/" + model.name() + path, Map.of());
                            assertThat(router.shares(request)).isEqualTo(Map.of(address(model.service()), 100));
                            assertThat(rewritten(router, request)).isEqualTo(path);
                        }
                    }
                }
            }
        }
    }

    private static String rewritten(Router router, Request request) {
        String prefix = router.route(request, 0).orElseThrow().match().path().text();
        return forward(router, request).path() instanceof PathRewrite.ReplaceMatch by
                ? by.by() + request.path().substring(prefix.length())
                : request.path();
    }

    /** Each path and, of one that ends in a slash or not, what is below it and the bare path. */
    private static List<String> reached(PrivateAdmin admin) {
        List<String> paths = new ArrayList<>();
        for (String path : admin.paths()) {
            String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            paths.addAll(List.of(bare, bare + "/", bare + "/models/fraud/load"));
        }
        return paths;
    }

    /** The requests that are for a model on an entry: by each host, for the path, its twin and what is below. */
    private static List<Request> requests(Served served, Model model) {
        List<String> paths = new ArrayList<>(List.of(model.path()));
        if (model.isPrefix()) {
            paths.add(model.path() + "infer");
            if (model.path().length() > 1) {
                paths.add(model.path().substring(0, model.path().length() - 1));
            }
        }
        List<Request> requests = new ArrayList<>();
        for (String hostname : served.hostnames()) {
            for (String path : paths) {
                requests.add(new Request(
                        served.port().targetGroup().port(), serverName(served), hostname, path, model.headers()));
            }
        }
        return requests;
    }

    private static Request request(Served served, String path, Map<String, String> headers) {
        return new Request(
                served.port().targetGroup().port(),
                serverName(served),
                served.entry().host(),
                path,
                headers);
    }

    private static String serverName(Served served) {
        return ListenerWire.isWithoutServerName(served.port())
                ? ""
                : served.entry().host();
    }

    private static Request with(Request request, Canary.Pin pin) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put(pin.header(), pin.value());
        return new Request(request.port(), request.serverName(), request.host(), request.path(), headers);
    }

    private static Map<String, Integer> expectedShares(Model model) {
        int canary = model.canary().map(Canary::percent).orElse(0);
        Map<String, Integer> shares = new TreeMap<>();
        if (canary < 100) {
            shares.merge(address(model.service()), 100 - canary, Integer::sum);
        }
        if (canary > 0) {
            shares.merge(address(model.canary().orElseThrow().service()), canary, Integer::sum);
        }
        return shares;
    }

    private static Map<String, Integer> expectedMirror(Shadow shadow) {
        return Map.of(address(shadow.service()), shadow.percent());
    }

    private static Map<String, Integer> mirrors(Router router, Request request, int draw) {
        return router.route(request, draw).stream()
                .map(route -> (Action.Forward) route.action())
                .flatMap(forward -> forward.mirrors().stream())
                .collect(Collectors.toMap(mirror -> router.target(mirror.upstream()), Mirror::percent));
    }

    private static Action.Forward forward(Router router, Request request) {
        return (Action.Forward) router.route(request, 0).orElseThrow().action();
    }

    private static Set<String> services(Model model) {
        Set<String> services = new TreeSet<>(Set.of(address(model.service())));
        model.canary().ifPresent(canary -> services.add(address(canary.service())));
        model.shadow().ifPresent(shadow -> services.add(address(shadow.service())));
        return services;
    }

    private static String address(Service service) {
        return service.name() + "." + service.namespace() + ":" + service.port();
    }
}
