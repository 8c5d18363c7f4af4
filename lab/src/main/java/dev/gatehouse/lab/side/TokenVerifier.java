package dev.gatehouse.lab.side;

import java.util.List;

/** Tells whether a token may be believed. Thread-safe. */
@FunctionalInterface
public interface TokenVerifier {
    /** Whether it is signed by that issuer for one of the audiences, and valid now. */
    boolean verifies(String token, String issuer, List<String> audiences);
}
