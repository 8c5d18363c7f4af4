package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Straight pieces and steps, by hand. */
final class CurveTest {
    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    private static Curve line(long atZero, Ratio slope) {
        return Curve.straight(Ratio.of(atZero), slope);
    }

    @Test
    void a_fraction_is_in_lowest_terms_and_rounds_up_on_both_sides_of_zero() {
        assertThat(ratio(6, -4)).isEqualTo(ratio(-3, 2)).hasToString("-3/2");
        assertThat(ratio(7, 2).ceiling()).isEqualTo(4);
        assertThat(ratio(-7, 2).ceiling()).isEqualTo(-3);
        assertThat(ratio(4, 2).ceiling()).isEqualTo(2);
        assertThat(Ratio.of(new BigDecimal("0.035"))).isEqualTo(ratio(7, 200));
        assertThat(Ratio.of(new BigDecimal("12E+2"))).isEqualTo(Ratio.of(1200));
    }

    /** 3 and 2 × load cross at 3/2. */
    @Test
    void the_larger_of_two_lines_has_an_end_where_they_cross() {
        Curve larger = line(3, Ratio.ZERO).max(line(0, Ratio.of(2)));
        assertThat(larger.pieces()).extracting(Curve.Piece::to).containsExactly(ratio(3, 2), Curve.MOST);
        assertThat(larger.at(Ratio.ONE)).isEqualTo(Ratio.of(3));
        assertThat(larger.at(Ratio.of(2))).isEqualTo(Ratio.of(4));
    }

    /** 1/3 × load: one up to 3 times the load, its end included, two up to 6 times, 34 at 100 times. */
    @Test
    void started_units_are_steps_that_begin_after_a_whole_one() {
        Curve steps = line(0, ratio(1, 3)).ceiling();
        assertThat(steps.at(ratio(1, 1000))).isEqualTo(Ratio.ONE);
        assertThat(steps.at(Ratio.of(3))).isEqualTo(Ratio.ONE);
        assertThat(steps.at(ratio(3001, 1000))).isEqualTo(Ratio.of(2));
        assertThat(steps.pieces()).hasSize(34);
        assertThat(steps.at(Curve.MOST)).isEqualTo(Ratio.of(34));
        assertThat(line(3, Ratio.ZERO).ceiling()).isEqualTo(line(3, Ratio.ZERO));
    }

    @Test
    void neighbours_of_one_line_are_one_piece() {
        Curve line = line(1, Ratio.ONE);
        Curve broken = line.max(line(0, Ratio.of(2)));
        assertThat(broken.minus(broken)).isEqualTo(Curve.zero());
        assertThat(broken.plus(Curve.zero())).isEqualTo(broken);
    }

    /** 10 × load is at most 25 up to 5/2; a step from 1 to 2 at 3 is at most 1 up to 3; 4 is never at most 1. */
    @Test
    void a_bound_is_reached_on_a_slope_or_at_a_step() {
        assertThat(line(0, Ratio.of(10)).reaches(Ratio.of(25))).isEqualTo(ratio(5, 2));
        assertThat(line(0, ratio(1, 3)).ceiling().reaches(Ratio.ONE)).isEqualTo(Ratio.of(3));
        assertThat(line(4, Ratio.ZERO).reaches(Ratio.ONE)).isEqualTo(Ratio.ZERO);
        assertThat(line(4, Ratio.ZERO).reaches(Ratio.of(4))).isEqualTo(Curve.MOST);
    }

    /** Load − 2 is below 0 up to 2; 2 − load the other way round. */
    @Test
    void signs_change_at_the_root() {
        assertThat(line(-2, Ratio.ONE).signs())
                .isEqualTo(List.of(new Curve.Part(Ratio.of(2), -1), new Curve.Part(Curve.MOST, 1)));
        assertThat(line(2, Ratio.of(-1)).signs())
                .isEqualTo(List.of(new Curve.Part(Ratio.of(2), 1), new Curve.Part(Curve.MOST, -1)));
        assertThat(Curve.zero().signs()).isEqualTo(List.of(new Curve.Part(Curve.MOST, 0)));
    }
}
