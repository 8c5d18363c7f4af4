package dev.gatehouse.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsTest {
    @ParameterizedTest
    @EnumSource(Unit.class)
    void every_unit_is_read_back_from_what_it_writes(Unit unit) {
        Quantity quantity = Quantity.of(7, unit);

        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(quantity.unit().dimension().words()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "29 s,29 s",
        "29s,29 s",
        "10000/s,10000/s",
        "10000 /s,10000/s",
        "99.90 %,99.9 %",
        "0.0225 USD,0.0225 USD",
        "-3 USD,-3 USD",
        "100,100",
        "10 MiB,10 MiB",
        "0 ms,0 ms"
    })
    void a_quantity_keeps_the_unit_it_was_written_in(String written, String read) {
        assertThat(Quantity.parse(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "5 m",
                "5 S",
                "5 kb",
                "1,000 s",
                "-5 s",
                "5 s s",
                "1e3 s",
                "0.0000001 ms",
                "36501 d",
                "0.5 B",
                "10000000000000000000 B",
                "9999999999999999 GB"
            })
    void what_is_no_quantity_is_refused_with_what_was_written(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.parse(written))
                .withMessageContaining("'");
    }

    @Test
    void a_message_says_what_to_write() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("5"))
                .withMessage("'5' has no unit; write a time such as '5 s' (ms, s, min, h, d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("5 KB"))
                .withMessage("'5 KB' is a size, not a time such as '5 s' (ms, s, min, h, d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse("5/sec"))
                .withMessage("'/sec' in '5/sec' is no unit; write a rate such as '150/s' (/s, /min, /h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("3000"))
                .withMessage("'3000' is no amount of money; write the amount and its currency: '3000 USD'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.parse("101 %"))
                .withMessage("a share is between 0 % and 100 %, not '101 %'");
    }

    @Test
    void amounts_of_one_dimension_compare_whatever_their_unit() {
        assertThat(Quantity.parse("2 min")).isGreaterThan(Quantity.parse("119 s"));
        assertThat(Quantity.parse("60 s")).isNotEqualTo(Quantity.parse("1 min"));
        assertThat(Quantity.parse("1 KiB")).isGreaterThan(Quantity.parse("1023 B"));
        assertThat(Quantity.parse("1.0 s")).isEqualTo(Quantity.parse("1 s"));
    }

    @Test
    void a_quantity_becomes_the_type_of_its_dimension_and_no_other() {
        assertThat(Quantity.parse("29 s").toDuration()).isEqualTo(Duration.ofSeconds(29));
        assertThat(Quantity.parse("10 MiB").toDataSize()).isEqualTo(DataSize.ofBytes(10_485_760));
        assertThat(Quantity.parse("90/min").toRate()).isEqualTo(Rate.parse("1.5/s"));
        assertThat(Quantity.parse("99.95 %").toShare()).isEqualTo(Share.parse("99.95 %"));
        assertThat(Quantity.parse("3 USD").toMoney()).isEqualTo(Money.ofDollars(3));
        assertThat(Quantity.parse("1024").toCount()).isEqualByComparingTo("1024");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Quantity.parse("29 s").toDataSize())
                .withMessage("29 s is a time, not a size");
    }

    @ParameterizedTest
    @CsvSource({
        "80 ms,80 ms",
        "5 s,5 s",
        "2 min,2 min",
        "120 s,2 min",
        "350 s,350 s",
        "1 h,1 h",
        "24 h,1 d",
        "180 d,180 d",
        "0.5 ms,0.5 ms",
        "0 ms,0 s",
        "1.5 s,1500 ms"
    })
    void a_time_is_written_in_the_largest_unit_that_keeps_it_whole(String written, String formatted) {
        Duration duration = Durations.parse(written);

        assertThat(Durations.format(duration)).isEqualTo(formatted);
        assertThat(Durations.parse(formatted)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "6 KB,6 KB,6000",
        "6 KiB,6 KiB,6144",
        "10 MiB,10 MiB,10485760",
        "10 MB,10 MB,10000000",
        "256 KB,256 KB,256000",
        "1.5 KB,1500 B,1500",
        "1024 KB,1000 KiB,1024000",
        "0 KB,0 B,0",
        "2 GiB,2 GiB,2147483648"
    })
    void a_size_is_exact(String written, String formatted, long bytes) {
        DataSize size = DataSize.parse(written);

        assertThat(size.bytes()).isEqualTo(bytes);
        assertThat(size).hasToString(formatted).isEqualTo(DataSize.parse(formatted));
    }

    @ParameterizedTest
    @CsvSource({"150/s,150/s", "9000/min,150/s", "100/min,100/min", "7/h,7/h", "0/s,0/s", "540000/h,150/s"})
    void a_rate_is_exact_in_every_unit(String written, String formatted) {
        assertThat(Rate.parse(written)).hasToString(formatted).isEqualTo(Rate.parse(formatted));
    }

    @Test
    void rates_add_and_multiply() {
        assertThat(Rate.parse("100/min").plus(Rate.parse("20/min"))).isEqualTo(Rate.ofPerSecond(2));
        assertThat(Rate.ofPerSecond(2).times(new BigDecimal("1.5")).perSecond()).isEqualByComparingTo("3");
    }

    @Test
    void a_share_is_a_part_of_one() {
        assertThat(Share.parse("10 %").fraction()).isEqualByComparingTo("0.1");
        assertThat(Share.parse("10 %").isWhole()).isTrue();
        assertThat(Share.parse("0.5 %").isWhole()).isFalse();
        assertThat(Share.ofPercent(100)).hasToString("100 %");
    }

    @Test
    void money_adds_up_in_one_currency() {
        assertThat(Money.parse("0.10 USD").plus(Money.parse("0.20 USD"))).hasToString("0.3 USD");
        assertThat(Money.parse("2 USD").times(new BigDecimal("0.5"))).isEqualTo(Money.ofDollars(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("1 USD").plus(Money.parse("1 EUR")));
    }
}
