package dev.gatehouse.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {
    /** Edges: of scales, of what a long and 17 digits hold, of divisors that come out even and that never do. */
    private static final List<BigDecimal> NUMBERS = Stream.of(
                    "0",
                    "0.00",
                    "1",
                    "1.0",
                    "-1",
                    "3",
                    "7",
                    "8",
                    "10",
                    "25",
                    "36000",
                    "3600",
                    "-3600",
                    "3000",
                    "1E+3",
                    "1E-20",
                    "0.0225",
                    "0.3",
                    "1073741824",
                    "1000000000",
                    "99999999999999999",
                    "-99999999999999999",
                    "100000000000000000",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "12345678901234567890123456789012345678")
            .map(BigDecimal::new)
            .toList();

    static Stream<BigDecimal> divisors() {
        return NUMBERS.stream().filter(number -> number.signum() != 0);
    }

    @ParameterizedTest
    @MethodSource("divisors")
    void gives_every_digit_and_the_scale_of_the_library(BigDecimal divisor) {
        assertThat(NUMBERS)
                .allSatisfy(number -> assertThat(Division.of(number, divisor))
                        .isEqualTo(number.divide(divisor, MathContext.DECIMAL128)));
    }

    @Test
    void gives_the_same_for_numbers_of_all_lengths() {
        Random random = new Random(20261123);
        for (int at = 0; at < 100_000; at++) {
            BigDecimal number = number(random);
            BigDecimal divisor = number(random);
            if (divisor.signum() != 0) {
                assertThat(Division.of(number, divisor)).isEqualTo(number.divide(divisor, MathContext.DECIMAL128));
            }
        }
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(25) - 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00"})
    void refuses_to_divide_by_nothing(String nothing) {
        assertThatThrownBy(() -> Division.of(BigDecimal.ONE, new BigDecimal(nothing)))
                .isInstanceOf(ArithmeticException.class);
    }
}
