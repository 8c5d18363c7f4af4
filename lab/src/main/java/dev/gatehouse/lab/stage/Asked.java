package dev.gatehouse.lab.stage;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A request as a check sees it.
 *
 * @param head its line and headers
 * @param host its host in lower case, without a port
 * @param client the address that the connection comes from
 * @param certificate the certificate that the client has shown here
 */
public record Asked(HttpRequest head, String host, String client, Optional<X509Certificate> certificate) {
    /** Its headers. */
    public HttpHeaders headers() {
        return head.headers();
    }

    /** Its path, without the query. */
    public String path() {
        return path(head);
    }

    /** The path of a request, without the query. */
    public static String path(HttpRequest head) {
        String uri = head.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
