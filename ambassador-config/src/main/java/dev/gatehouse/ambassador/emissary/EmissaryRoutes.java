package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Globals;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compiles manifests into the route table that Emissary 4 would hand to Envoy. */
public final class EmissaryRoutes {
    private final Problems problems = new Problems();
    private final Store store;
    private final Module module;
    private final TlsContexts contexts;
    private final List<Host> hosts;
    private final HttpMappings.Setting setting;
    private final Clusters clusters;

    private EmissaryRoutes(Manifests manifests, Deployment deployment) {
        store = Store.of(manifests, deployment);
        module = Module.of(store, deployment);
        contexts = TlsContexts.of(store, problems);
        hosts = Hosts.of(store, contexts, deployment, problems);
        contexts.resolve();
        module.check(problems);
        setting = new HttpMappings.Setting(deployment, module, Resolvers.of(store, problems), hosts, problems);
        clusters = new Clusters(setting, contexts);
    }

    /** The route table of manifests in an Emissary as it is installed by default. */
    public static RouteTable of(Manifests manifests) {
        return of(manifests, Deployment.standard());
    }

    /**
     * The route table of manifests in a given Emissary. Never throws for bad input: what is wrong is among the table's
     * problems. That the Secrets which are named exist is taken for granted.
     */
    public static RouteTable of(Manifests manifests, Deployment deployment) {
        return new EmissaryRoutes(manifests, deployment).table();
    }

    private RouteTable table() {
        HttpMappings mappings = new HttpMappings(setting);
        List<HttpGroup> groups = groups(mappings.setUp(store));
        List<Candidate> dropped = new ArrayList<>(mappings.dropped());
        List<TcpGroup> tcpGroups = tcpGroups(TcpMapping.all(store, setting, dropped));
        List<OutsideService> services = OutsideServices.of(store, module, problems, clusters);
        Map<Origin, String> upstreamOf = upstreams(groups, tcpGroups);
        Map<String, String> shortNames = ClusterNames.shortened(clusters.all().keySet());
        Routes routes = new Routes(
                module,
                longName -> shortNames.getOrDefault(longName, longName),
                new Extras(OutsideServices.rateLimitDomain(services, module)));
        List<HttpGroup> ordered = ordered(groups);
        HttpRouting routing = routing(ordered, routes, upstreamOf);
        List<Listener> listeners = listeners(
                tcpGroups,
                routing,
                mapping -> shortNames.getOrDefault(upstreamOf.getOrDefault(mapping.origin(), ""), ""));
        List<Upstream> upstreams = clusters.all().values().stream()
                .map(upstream -> new Upstream(
                        shortNames.getOrDefault(upstream.longName(), upstream.longName()),
                        upstream.longName(),
                        upstream.origin(),
                        upstream.target(),
                        upstream.tls(),
                        upstream.settings()))
                .sorted(Comparator.comparing(Upstream::name))
                .toList();
        return new RouteTable(
                listeners,
                upstreams,
                contexts.results(),
                Candidates.of(groups, tcpGroups, routing, dropped, store.foreign()),
                problems.all(),
                new Globals(
                        module.settings(),
                        services.stream()
                                .map(service -> new OutsideService(
                                        service.kind(),
                                        service.origin(),
                                        service.settings(),
                                        shortNames.getOrDefault(service.upstream(), service.upstream()),
                                        service.broken()))
                                .toList()));
    }

    private List<HttpGroup> groups(List<HttpMapping> mappings) {
        Map<String, HttpGroup> groups = new LinkedHashMap<>();
        for (HttpMapping mapping : mappings) {
            HttpGroup group = groups.get(mapping.groupId());
            if (group == null) {
                groups.put(mapping.groupId(), new HttpGroup(mapping, problems));
            } else {
                group.add(mapping);
            }
        }
        return List.copyOf(groups.values());
    }

    private List<TcpGroup> tcpGroups(List<TcpMapping> mappings) {
        Map<String, TcpGroup> groups = new LinkedHashMap<>();
        for (TcpMapping mapping : mappings) {
            TcpGroup group = groups.get(mapping.groupId());
            if (group == null) {
                groups.put(mapping.groupId(), new TcpGroup(mapping, problems));
            } else {
                group.add(mapping);
            }
        }
        List<TcpGroup> reversed = new ArrayList<>(groups.values());
        Collections.reverse(reversed);
        return reversed;
    }

    /** Finishes the groups in the order in which they were made, which is the order in which upstreams get settings. */
    private Map<Origin, String> upstreams(List<HttpGroup> groups, List<TcpGroup> tcpGroups) {
        Map<Origin, String> upstreamOf = new HashMap<>();
        for (Finished group : Shares.each(groups, this::finished)) {
            group.wishes().forEach(wish -> upstreamOf.put(wish.origin(), clusters.grant(wish)));
            problems.addAll(group.problems().all());
        }
        for (int i = tcpGroups.size() - 1; i >= 0; i--) {
            TcpGroup group = tcpGroups.get(i);
            for (TcpMapping member : group.members()) {
                upstreamOf.put(
                        member.origin(),
                        clusters.of(
                                member.origin(),
                                member.values(),
                                member.values().text("cluster_tag")));
            }
            group.settle();
        }
        return upstreamOf;
    }

    /** The upstreams that a finished group wishes for, and what is wrong with it. */
    private record Finished(List<Clusters.Wish> wishes, Problems problems) {}

    private Finished finished(HttpGroup group) {
        List<Clusters.Wish> wishes = new ArrayList<>();
        group.shadow().ifPresent(shadow -> wishes.add(clusters.wish(shadow.origin(), shadow.values(), "shadow")));
        for (HttpMapping member : group.members()) {
            wishes.add(clusters.wish(
                    member.origin(), member.values(), member.values().text("cluster_tag")));
        }
        Problems own = new Problems();
        group.gather(module, own);
        return new Finished(wishes, own);
    }

    private HttpRouting routing(List<HttpGroup> ordered, Routes routes, Map<Origin, String> upstreamOf) {
        record Made(List<Variants> variants, Problems problems) {}
        List<Made> made = Shares.each(ordered, group -> {
            Problems own = new Problems();
            return new Made(
                    routes.of(group, upstreamOf, own).stream()
                            .map(Variants::new)
                            .toList(),
                    own);
        });
        made.forEach(one -> problems.addAll(one.problems().all()));
        return new HttpRouting(ordered, made.stream().map(Made::variants).toList());
    }

    /** The greatest key first; of equal ones the one that was made last. */
    private static List<HttpGroup> ordered(List<HttpGroup> groups) {
        List<HttpGroup> ordered = new ArrayList<>(groups);
        ordered.sort(Comparator.comparing(HttpGroup::sortKey));
        Collections.reverse(ordered);
        return ordered;
    }

    private List<Listener> listeners(
            List<TcpGroup> tcpGroups, HttpRouting routing, Function<TcpMapping, String> upstreamOf) {
        Map<String, ListenerSetup> setups = new LinkedHashMap<>(ListenerSetup.all(store, problems));
        for (TcpGroup group : tcpGroups) {
            setups.computeIfAbsent(
                    group.boundTo(), key -> group.listener(setting.deployment().namespace()));
        }
        Chains.Stock stock =
                new Chains.Stock(Hosts.byHostname(hosts), tcpGroups, contexts, routing, upstreamOf, problems);
        List<Listener> listeners = new ArrayList<>();
        for (ListenerSetup setup : setups.values()) {
            Chains.of(setup, stock).ifPresent(listeners::add);
        }
        return listeners;
    }
}
