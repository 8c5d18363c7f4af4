package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import java.util.List;
import java.util.Map;

/** One web ACL for the design, attached to whatever the hop behind it offers. */
final class WebAcls {
    private static final String TYPE = "AWS::WAFv2::WebACL";

    /** Where the firewall can be told how much of a body to see; at an ALB it can't. */
    private static final Map<HopKind, String> SETTABLE =
            Map.of(HopKind.REST_API, "API_GATEWAY", HopKind.CLOUDFRONT, "CLOUDFRONT");

    private final Site site;

    WebAcls(Site site) {
        this.site = site;
    }

    /** Attached here, unless it is a distribution's: that names its firewall itself. */
    Exports acl(WebAcl hop, Exports behind) {
        if (hop.isGlobal()) {
            return behind;
        }
        Resource made = acl(hop);
        Layer where = hop.attachedTo().equals(HopKind.REST_API) ? Layers.RELEASE : Layers.EDGE;
        behind.protectable()
                .forEach((what, arn) -> site.add(
                        where,
                        Resource.of(what + "WebAcl", "AWS::WAFv2::WebACLAssociation")
                                .with("ResourceArn", arn)
                                .with("WebACLArn", made.attribute("Arn"))));
        return behind;
    }

    /** The web ACL alone. */
    Resource acl(WebAcl hop) {
        List<Value> rules = new WebAclRules(site, hop.attachedTo()).rules();
        Resource acl = Resource.of(hop.isGlobal() ? "GlobalWebAcl" : "WebAcl", TYPE)
                .with("DefaultAction", Value.field("Allow", Value.fields()))
                .with(
                        "Description",
                        "In front of " + hop.attachedTo() + " of " + site.spec().name())
                .with("Scope", hop.isGlobal() ? "CLOUDFRONT" : "REGIONAL")
                .with("VisibilityConfig", WebAclRules.visibility("WebAcl"));
        if (rules.isEmpty()) {
            acl = acl.because("No promise of the platform asks for a rule.");
        } else {
            acl = acl.with("Rules", Value.list(rules));
        }
        String settable = SETTABLE.get(hop.attachedTo());
        if (settable != null) {
            acl = acl.with(
                    "AssociationConfig",
                    Value.field(
                            "RequestBody",
                            Value.field(settable, Value.field("DefaultSizeInspectionLimit", Value.text("KB_16")))));
        }
        return site.add(hop.isGlobal() ? Layers.GLOBAL : Layers.EDGE, acl);
    }
}
