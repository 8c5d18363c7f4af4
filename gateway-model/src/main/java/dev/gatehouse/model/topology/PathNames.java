package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ids and titles of paths, from their kinds alone: they are a promise and don't depend on what else is legal. */
final class PathNames {
    /** The suffix of a path that could have a web ACL and has none. */
    private static final String WITHOUT_FIREWALL = "no-waf";

    private static final Map<HopKind, String> WORDS = Map.of(
            HopKind.HOSTED_ZONE, "route53",
            HopKind.GLOBAL_ACCELERATOR, "accelerator",
            HopKind.CLOUDFRONT, "cloudfront",
            HopKind.REST_API, "apigateway",
            HopKind.HTTP_API, "httpapi",
            HopKind.APPLICATION_LOAD_BALANCER, "alb",
            HopKind.NETWORK_LOAD_BALANCER, "nlb",
            HopKind.AMBASSADOR, "ambassador");

    private static final Map<HopKind, String> TITLES = Map.of(
            HopKind.HOSTED_ZONE, "Route 53",
            HopKind.GLOBAL_ACCELERATOR, "accelerator",
            HopKind.CLOUDFRONT, "CloudFront",
            HopKind.REST_API, "REST API",
            HopKind.HTTP_API, "HTTP API",
            HopKind.VPC_LINK_V2, "VPC link v2",
            HopKind.APPLICATION_LOAD_BALANCER, "ALB",
            HopKind.NETWORK_LOAD_BALANCER, "NLB",
            HopKind.AMBASSADOR, "Ambassador");

    private PathNames() {}

    /**
     * The id: a word per component, edge first. The models, VPC links of version 1 and web ACLs have none; a VPC link
     * of version 2 has {@code link2} behind a REST API, which could have the older one; a path that could have a web
     * ACL and has none ends in {@code no-waf}.
     */
    static String id(List<HopKind> path) {
        List<String> words = new ArrayList<>();
        for (HopKind kind : path) {
            if (WORDS.containsKey(kind)) {
                words.add(WORDS.get(kind));
            } else if (kind.equals(HopKind.VPC_LINK_V2) && path.contains(HopKind.REST_API)) {
                words.add("link2");
            }
        }
        if (!path.contains(HopKind.WEB_ACL) && path.stream().anyMatch(PathRule.TAKE_WEB_ACL::contains)) {
            words.add(WITHOUT_FIREWALL);
        }
        return String.join("-", words);
    }

    /**
     * The title: what bytes pass through, with the web ACL at its place, as in {@code NLB, ALB with WAF, Ambassador}.
     */
    static String title(List<HopKind> path) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            String word = TITLES.get(path.get(at));
            if (word != null) {
                boolean guarded = at > 0 && path.get(at - 1).equals(HopKind.WEB_ACL);
                words.add(guarded ? word + " with WAF" : word);
            }
        }
        return String.join(", ", words);
    }
}
