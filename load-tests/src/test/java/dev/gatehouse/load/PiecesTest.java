package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void the_first_token_may_come_after_other_pieces_and_every_silence_between_two_counts() {
        Pieces pieces = new Pieces();
        pieces.came(100, false);
        pieces.came(190, true);
        pieces.came(200, true);

        assertThat(pieces.firstToken()).hasValue(190);
        assertThat(pieces.longestGap()).hasValue(90);
    }

    @Test
    void one_piece_has_no_gap() {
        Pieces pieces = new Pieces();
        pieces.came(100, true);

        assertThat(pieces.longestGap()).isEmpty();
    }

    @Test
    void what_had_not_come_at_the_limit_took_that_long_at_least() {
        Pieces none = new Pieces();
        none.cameNoMore(1000);
        assertThat(none.firstToken()).hasValue(1000);
        assertThat(none.longestGap()).isEmpty();

        Pieces some = new Pieces();
        some.came(100, true);
        some.came(150, true);
        some.cameNoMore(1000);
        assertThat(some.firstToken()).hasValue(100);
        assertThat(some.longestGap()).hasValue(850);
    }
}
