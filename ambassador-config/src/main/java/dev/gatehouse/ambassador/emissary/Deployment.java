package dev.gatehouse.ambassador.emissary;

/**
 * Which Emissary reads the manifests.
 *
 * @param ambassadorId its {@code AMBASSADOR_ID}: resources for other ids are ignored
 * @param namespace the namespace that it runs in: services without a namespace that are named there stay so
 */
public record Deployment(String ambassadorId, String namespace) {
    /** What Emissary assumes when its environment says nothing: {@code default} in {@code default}. */
    public static Deployment standard() {
        return new Deployment("default", "default");
    }
}
