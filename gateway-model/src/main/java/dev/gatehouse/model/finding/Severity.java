package dev.gatehouse.model.finding;

/** How much a {@link Finding} weighs. */
public enum Severity {
    /** What was written can't be meant or can't work; commands that would go on with it refuse. */
    ERROR,
    /** What was written works, but hardly as its writer expects. */
    WARNING,
    /** Something worth knowing that asks for no change. */
    NOTE;

    /** The word that texts and JSON use: {@code error}, {@code warning} or {@code note}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
