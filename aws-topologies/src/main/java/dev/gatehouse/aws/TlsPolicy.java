package dev.gatehouse.aws;

/**
 * What balancers agree to speak: TLS 1.3 and the safe part of 1.2, with key exchange that outlasts quantum computers.
 */
final class TlsPolicy {
    /** Of September 2025; older clients than TLS 1.2 are refused. Named, because AWS's default is of 2016. */
    static final String BALANCER = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /** A custom domain with mutual TLS takes no newer word than this one, which also allows TLS 1.3. */
    static final String CUSTOM_DOMAIN = "TLS_1_2";

    /** The same at a distribution: TLS 1.2 with forward secrecy alone, and 1.3. */
    static final String DISTRIBUTION = "TLSv1.2_2021";

    private TlsPolicy() {}
}
