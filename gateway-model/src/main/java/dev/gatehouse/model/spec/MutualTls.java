package dev.gatehouse.model.spec;

/**
 * Clients show a certificate that is verified.
 *
 * @param scope where it holds
 * @param trust the bundle of certificate authorities, {@code s3://bucket/key}
 */
public record MutualTls(Scope scope, String trust) implements Requirement {
    @Override
    public String word() {
        return "mutual-tls";
    }
}
