package dev.gatehouse.model.topology;

/**
 * What one hop sends the next.
 *
 * @param layer 4 if the sender passes bytes on, 7 if it speaks HTTP
 * @param tls whether the bytes are encrypted on this wire
 * @param protocol {@code tcp}, {@code http/1.1} or {@code http/2}
 * @param clientAddress how the client's address survives it
 */
public record Wire(int layer, boolean tls, String protocol, ClientAddress clientAddress) {}
