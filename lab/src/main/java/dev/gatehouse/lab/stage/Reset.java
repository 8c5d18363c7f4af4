package dev.gatehouse.lab.stage;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.List;
import java.util.Set;

/** Ends connections by RST, so that the other side sees a failure and not an end. */
final class Reset {
    private Reset() {}

    static int all(Set<Channel> channels) {
        List<Channel> now = List.copyOf(channels);
        now.forEach(Reset::of);
        return now.size();
    }

    static void of(Channel channel) {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        channel.close();
    }
}
