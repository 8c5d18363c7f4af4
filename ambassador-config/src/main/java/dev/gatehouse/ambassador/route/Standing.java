package dev.gatehouse.ambassador.route;

/** What became of a resource that asks for routes. */
public enum Standing {
    /** It has routes. */
    SERVES,
    /** It gets copies of another's requests. */
    MIRRORS,
    /** It sends clients elsewhere. */
    REDIRECTS,
    /** The group that it belongs to refused it: it has no route. */
    REFUSED,
    /** It is wrong in itself: it has no route. */
    DROPPED,
    /** It is passed over without a word: it has no route. */
    IGNORED
}
