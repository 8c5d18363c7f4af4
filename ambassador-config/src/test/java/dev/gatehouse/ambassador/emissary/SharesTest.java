package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void shares_of_any_list_are_the_list_in_order(int most) {
        for (int size = 0; size < 200; size++) {
            List<Integer> all = IntStream.range(0, size).boxed().toList();

            List<List<Integer>> shares = Shares.of(all, most);

            assertThat(shares.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
            assertThat(shares).hasSizeLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 5_000})
    void each_item_is_worked_on_once_and_keeps_its_place(int size) {
        List<Integer> all = IntStream.range(0, size).boxed().toList();

        List<String> done = Shares.each(all, item -> "item " + item);

        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, size)
                        .mapToObj(item -> "item " + item)
                        .toList());
    }
}
