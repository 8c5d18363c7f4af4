package dev.gatehouse.lab.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/** How gRPC frames its messages, and what it makes of statuses. */
public final class Grpc {
    /** The content type that all its requests and answers begin with. */
    public static final String CONTENT_TYPE = "application/grpc";

    /** The status of what went well. */
    public static final int OK = 0;

    /** The status of a method that is not there. */
    public static final int UNIMPLEMENTED = 12;

    private static final int PREFIX = 5;

    private Grpc() {}

    /** A message with its prefix: a zero byte, since it is not compressed, and its length. */
    public static ByteBuf framed(byte[] message) {
        return Unpooled.buffer(PREFIX + message.length)
                .writeByte(0)
                .writeInt(message.length)
                .writeBytes(message);
    }

    /**
     * Takes the next message off; empty where it is not there as a whole yet.
     *
     * @throws IllegalArgumentException if it is compressed, which nobody was offered
     */
    public static Optional<byte[]> next(ByteBuf in) {
        if (in.readableBytes() < PREFIX) {
            return Optional.empty();
        }
        if (in.getByte(in.readerIndex()) != 0) {
            throw new IllegalArgumentException("a compressed message");
        }
        int length = in.getInt(in.readerIndex() + 1);
        if (in.readableBytes() - PREFIX < length) {
            return Optional.empty();
        }
        byte[] message = new byte[length];
        in.skipBytes(PREFIX).readBytes(message);
        return Optional.of(message);
    }

    /** The status that stands for one of HTTP's, as a proxy answers a gRPC client. */
    public static int status(int http) {
        return switch (http) {
            case 200 -> OK;
            case 400 -> 13;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> UNIMPLEMENTED;
            case 429, 502, 503, 504 -> 14;
            default -> 2;
        };
    }

    /** Whether a content type is gRPC's. */
    public static boolean is(String contentType) {
        return contentType.startsWith(CONTENT_TYPE)
                && (contentType.length() == CONTENT_TYPE.length()
                        || "+;".indexOf(contentType.charAt(CONTENT_TYPE.length())) >= 0);
    }
}
