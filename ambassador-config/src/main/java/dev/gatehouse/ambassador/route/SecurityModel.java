package dev.gatehouse.ambassador.route;

/** How a listener tells a secure request from an insecure one. */
public enum SecurityModel {
    /** By the header {@code x-forwarded-proto}. */
    XFP,
    /** All are secure. */
    SECURE,
    /** None is secure. */
    INSECURE
}
