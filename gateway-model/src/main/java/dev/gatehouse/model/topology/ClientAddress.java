package dev.gatehouse.model.topology;

/** How the client's address survives a wire. */
public enum ClientAddress {
    /** As the source of the packets. */
    KEPT("kept"),
    /** In the header of the PROXY protocol. */
    PROXY_PROTOCOL("proxy-protocol"),
    /** In {@code X-Forwarded-For}. */
    FORWARDED_FOR("x-forwarded-for"),
    /** Not at all. */
    LOST("lost");

    private final String word;

    ClientAddress(String word) {
        this.word = word;
    }

    /** The word of JSON and texts. */
    public String word() {
        return word;
    }
}
