package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CidrTest {
    @Test
    void is_cut_into_eight_parts_that_do_not_meet() {
        assertThat(IntStream.range(0, 8)
                        .mapToObj(at -> Cidr.of("10.20.0.0/16").eighth(at).toString()))
                .containsExactly(
                        "10.20.0.0/19",
                        "10.20.32.0/19",
                        "10.20.64.0/19",
                        "10.20.96.0/19",
                        "10.20.128.0/19",
                        "10.20.160.0/19",
                        "10.20.192.0/19",
                        "10.20.224.0/19");
    }

    @Test
    void counts_addresses_from_the_last_one() {
        assertThat(Cidr.of("10.20.8.0/24").fromLast(0)).isEqualTo("10.20.8.255");
        assertThat(Cidr.of("10.20.8.0/28").fromLast(9)).isEqualTo("10.20.8.6");
        assertThat(Cidr.of("10.20.9.7/22").toString()).isEqualTo("10.20.8.0/22");
    }
}
