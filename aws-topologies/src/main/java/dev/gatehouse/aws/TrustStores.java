package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Hash;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;

/**
 * The certificate authorities that a balancer verifies clients against. Entries that trust the same bundle share one.
 */
final class TrustStores {
    private static final String SCHEME = "s3://";

    private TrustStores() {}

    /** The settings of a listener that verifies the clients of {@code entry}. */
    static Value verify(Site site, Entry entry) {
        MutualTls mutualTls = site.spec()
                .requirement(MutualTls.class, entry)
                .orElseThrow(() -> new IllegalStateException("entry " + entry.name() + " asks for no mutual TLS"));
        return Value.fields()
                .with("Mode", "verify")
                .with("TrustStoreArn", store(site, mutualTls.trust()).identity());
    }

    private static Resource store(Site site, String bundle) {
        String id = "TrustStore" + Hash.of(bundle, 6);
        return site.draft().resource(id).orElseGet(() -> {
            String path = bundle.substring(SCHEME.length());
            int slash = path.indexOf('/');
            return site.add(
                    Layers.TARGETS,
                    Resource.of(id, "AWS::ElasticLoadBalancingV2::TrustStore")
                            .with(
                                    "Name",
                                    site.spec().name() + "-"
                                            + Hash.of(site.topology().design().id() + bundle, 8))
                            .with("CaCertificatesBundleS3Bucket", path.substring(0, slash))
                            .with("CaCertificatesBundleS3Key", path.substring(slash + 1))
                            .because("Clients are verified against " + bundle + "."));
        });
    }
}
