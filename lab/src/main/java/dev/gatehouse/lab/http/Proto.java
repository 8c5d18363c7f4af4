package dev.gatehouse.lab.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of Protocol Buffers by the numbers of its fields: numbers that fit a long, texts, bytes and messages, which
 * is all that the services here speak. Mutable while it is put together.
 *
 * <pre>{@code
 * byte[] request = new Proto().text(1, "fraud").number(3, 7).bytes();
 * String name = Proto.read(request).text(1);
 * }</pre>
 */
public final class Proto {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final Map<Integer, List<Object>> fields = new LinkedHashMap<>();

    /** An empty message. */
    public Proto() {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Proto read(byte[] bytes) {
        Proto proto = new Proto();
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        try {
            while (in.isReadable()) {
                long tag = varint(in);
                int field = (int) (tag >>> 3);
                switch ((int) (tag & 7)) {
                    case VARINT -> proto.add(field, varint(in));
                    case FIXED64 -> proto.add(field, in.readLongLE());
                    case FIXED32 -> proto.add(field, (long) in.readIntLE());
                    case LENGTH -> {
                        byte[] value = new byte[length(in)];
                        in.readBytes(value);
                        proto.add(field, value);
                    }
                    default -> throw new IllegalArgumentException("no message: wire type " + (tag & 7));
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no message: it ends too early", e);
        }
        return proto;
    }

    /** With a number; 0 is what a field is that is not there, and is left out. */
    public Proto number(int field, long value) {
        return value == 0 ? this : add(field, value);
    }

    /** With a text; an empty one is left out. */
    public Proto text(int field, String value) {
        return value.isEmpty() ? this : add(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** With bytes. */
    public Proto bytes(int field, byte[] value) {
        return add(field, value);
    }

    /** With a message, one more if there are some. */
    public Proto message(int field, Proto value) {
        return add(field, value.bytes());
    }

    /** With the entries of a map. */
    public Proto map(int field, Map<String, String> entries) {
        entries.forEach((key, value) -> message(field, new Proto().text(1, key).text(2, value)));
        return this;
    }

    /** A number; 0 where it is missing. Of several the last counts. */
    public long number(int field) {
        return last(field) instanceof Long number ? number : 0;
    }

    /** A text; empty where it is missing. */
    public String text(int field) {
        return last(field) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    /** Whether the field is there. */
    public boolean has(int field) {
        return fields.containsKey(field);
    }

    /** A message; an empty one where it is missing. */
    public Proto message(int field) {
        return last(field) instanceof byte[] bytes ? read(bytes) : new Proto();
    }

    /** All messages of a field. */
    public List<Proto> messages(int field) {
        List<Proto> all = new ArrayList<>();
        for (Object value : fields.getOrDefault(field, List.of())) {
            all.add(value instanceof byte[] bytes ? read(bytes) : new Proto());
        }
        return all;
    }

    /** The entries of a map. */
    public Map<String, String> map(int field) {
        Map<String, String> map = new LinkedHashMap<>();
        messages(field).forEach(entry -> map.put(entry.text(1), entry.text(2)));
        return map;
    }

    /** The message as bytes, its fields in the order in which they were put. */
    public byte[] bytes() {
        ByteBuf out = Unpooled.buffer();
        fields.forEach((field, values) -> {
            for (Object value : values) {
                if (value instanceof byte[] bytes) {
                    varint(out, (long) field << 3 | LENGTH);
                    varint(out, bytes.length);
                    out.writeBytes(bytes);
                } else {
                    varint(out, (long) field << 3 | VARINT);
                    varint(out, (Long) value);
                }
            }
        });
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    private Proto add(int field, Object value) {
        fields.computeIfAbsent(field, number -> new ArrayList<>()).add(value);
        return this;
    }

    private Object last(int field) {
        List<Object> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private static int length(ByteBuf in) {
        long length = varint(in);
        if (length < 0 || length > in.readableBytes()) {
            throw new IllegalArgumentException("no message: a field of " + length + " bytes");
        }
        return (int) length;
    }

    private static long varint(ByteBuf in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no message: a number of more than 64 bits");
    }

    private static void varint(ByteBuf out, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
