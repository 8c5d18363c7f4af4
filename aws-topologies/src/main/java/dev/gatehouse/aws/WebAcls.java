package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import java.util.List;

/** One regional web ACL for the design, attached to whatever the hop behind it offers. */
final class WebAcls {
    private static final String TYPE = "AWS::WAFv2::WebACL";

    private final Site site;

    WebAcls(Site site) {
        this.site = site;
    }

    Exports acl(WebAcl hop, Exports behind) {
        boolean atRestApi = hop.attachedTo().equals(HopKind.REST_API);
        List<Value> rules = new WebAclRules(site, atRestApi).rules();
        Resource acl = Resource.of("WebAcl", TYPE)
                .with("DefaultAction", Value.field("Allow", Value.fields()))
                .with(
                        "Description",
                        "In front of " + hop.attachedTo() + " of " + site.spec().name())
                .with("Scope", "REGIONAL")
                .with("VisibilityConfig", WebAclRules.visibility("WebAcl"));
        if (rules.isEmpty()) {
            acl = acl.because("No promise of the platform asks for a rule.");
        } else {
            acl = acl.with("Rules", Value.list(rules));
        }
        if (atRestApi) {
            acl = acl.with(
                    "AssociationConfig",
                    Value.field(
                            "RequestBody",
                            Value.field(
                                    "API_GATEWAY", Value.field("DefaultSizeInspectionLimit", Value.text("KB_16")))));
        }
        Resource made = site.add(Layers.EDGE, acl);
        Layer where = atRestApi ? Layers.RELEASE : Layers.EDGE;
        behind.protectable()
                .forEach((what, arn) -> site.add(
                        where,
                        Resource.of(what + "WebAcl", "AWS::WAFv2::WebACLAssociation")
                                .with("ResourceArn", arn)
                                .with("WebACLArn", made.attribute("Arn"))));
        return behind;
    }
}
