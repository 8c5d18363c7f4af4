package dev.gatehouse.lab.ingress;

/**
 * Who is at the other end of a connection.
 *
 * @param address its address; behind the PROXY protocol the one that the header tells
 * @param askedPort the port that it asked for; behind the PROXY protocol the balancer's
 * @param proxied whether a PROXY header came first
 * @param tls whether it speaks TLS
 * @param serverName what its TLS asks for, in lower case; empty for nothing
 * @param http2 whether it speaks HTTP/2
 * @param certificate {@code Hash=} and the SHA-256 of its certificate; empty where it showed none
 * @param subject the subject of that certificate
 */
record Caller(
        String address,
        int askedPort,
        boolean proxied,
        boolean tls,
        String serverName,
        boolean http2,
        String certificate,
        String subject) {}
