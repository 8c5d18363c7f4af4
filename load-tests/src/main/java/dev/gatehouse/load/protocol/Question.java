package dev.gatehouse.load.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.function.Supplier;

/**
 * What is asked.
 *
 * @param line calls of one line may share connections
 * @param dialler how a new connection begins
 * @param path of the request
 * @param headers of the request, {@code host} among them; never changed, by nobody
 * @param body of gRPC the message with its prefix, of a WebSocket a text; made anew each time that it is sent
 */
public record Question(String line, Dialler dialler, String path, HttpHeaders headers, Supplier<ByteBuf> body) {}
