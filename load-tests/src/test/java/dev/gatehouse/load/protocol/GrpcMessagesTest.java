package dev.gatehouse.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.http.Grpc;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrpcMessagesTest {
    @Test
    void messages_are_counted_whatever_they_are_cut_into() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            ByteBuf all = Unpooled.buffer();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                all.writeBytes(Grpc.framed(new byte[random.nextBoolean() ? 0 : random.nextInt(70_000)]));
            }
            GrpcMessages messages = new GrpcMessages();
            int ended = 0;
            while (all.isReadable()) {
                ended += messages.read(all.readSlice(1 + random.nextInt(all.readableBytes())));
            }
            assertThat(ended).isEqualTo(count);
            assertThat(messages.count()).isEqualTo(count);
            assertThat(messages.areWhole()).isTrue();
        }
    }

    @Test
    void a_message_that_breaks_off_is_not_whole() {
        ByteBuf one = Grpc.framed(new byte[10]);
        for (int bytes = 1; bytes < one.readableBytes(); bytes++) {
            GrpcMessages messages = new GrpcMessages();
            assertThat(messages.read(one.slice(0, bytes))).isZero();
            assertThat(messages.areWhole()).as(bytes + " bytes").isFalse();
        }
    }
}
