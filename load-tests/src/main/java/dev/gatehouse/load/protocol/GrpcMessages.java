package dev.gatehouse.load.protocol;

import io.netty.buffer.ByteBuf;

/** Counts the messages of a gRPC answer as they come, whatever the pieces are that they come in. For one thread. */
final class GrpcMessages {
    private static final int PREFIX = 5;

    private int prefix;
    private long length;
    private long count;

    /** Reads a piece and leaves it as it is; returns how many messages ended in it. */
    int read(ByteBuf piece) {
        int ended = 0;
        int at = piece.readerIndex();
        while (at < piece.writerIndex() || (prefix == PREFIX && length == 0)) {
            if (prefix < PREFIX) {
                int next = piece.getByte(at++) & 0xff;
                length = prefix == 0 ? 0 : length << 8 | next;
                prefix++;
            } else {
                long taken = Math.min(length, piece.writerIndex() - at);
                length -= taken;
                at += (int) taken;
                if (length == 0) {
                    prefix = 0;
                    ended++;
                }
            }
        }
        count += ended;
        return ended;
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** Whether none is there in part only. */
    boolean areWhole() {
        return prefix == 0;
    }
}
