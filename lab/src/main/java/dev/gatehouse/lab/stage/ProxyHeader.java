package dev.gatehouse.lab.stage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.InetSocketAddress;

/** The header of the PROXY protocol, version 2, for a connection of TCP over IPv4. */
final class ProxyHeader {
    private static final byte[] SIGNATURE = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};
    private static final int VERSION_2_PROXY = 0x21;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int ADDRESSES = 12;

    private ProxyHeader() {}

    static ByteBuf of(ByteBufAllocator allocator, InetSocketAddress source, InetSocketAddress reached) {
        return allocator
                .buffer(SIGNATURE.length + 4 + ADDRESSES)
                .writeBytes(SIGNATURE)
                .writeByte(VERSION_2_PROXY)
                .writeByte(TCP_OVER_IPV4)
                .writeShort(ADDRESSES)
                .writeBytes(source.getAddress().getAddress())
                .writeBytes(reached.getAddress().getAddress())
                .writeShort(source.getPort())
                .writeShort(reached.getPort());
    }
}
