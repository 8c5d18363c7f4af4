package dev.gatehouse.load;

import io.netty.buffer.ByteBuf;

/**
 * Reads server-sent events as they come, whatever the pieces are that they come in: whether data has come yet, and
 * whether the last of it was the end mark of OpenAI's protocol, {@code data: [DONE]}. For one thread.
 */
final class Events {
    private static final String DATA = "data:";
    private static final String END = "[DONE]";
    private static final int LONGEST = 24;

    private final StringBuilder line = new StringBuilder(LONGEST);
    private boolean data;
    private boolean ended;

    /** Reads a piece and leaves it as it is. */
    void read(ByteBuf piece) {
        for (int at = piece.readerIndex(); at < piece.writerIndex(); at++) {
            char next = (char) (piece.getByte(at) & 0xff);
            if (next == '\n' || next == '\r') {
                endOfLine();
            } else if (line.length() < LONGEST) {
                line.append(next);
                data |= next == ':' && line.toString().equals(DATA);
            }
        }
    }

    private void endOfLine() {
        if (line.indexOf(DATA) == 0) {
            ended = isEnd();
        }
        line.setLength(0);
    }

    private boolean isEnd() {
        return line.indexOf(DATA) == 0 && line.substring(DATA.length()).strip().equals(END);
    }

    /** Whether an event with data has begun. */
    boolean hasData() {
        return data;
    }

    /** Whether the end mark was the last data. */
    boolean hasEnded() {
        return line.indexOf(DATA) == 0 ? isEnd() : ended;
    }
}
