package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Traffic;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BodiesTest {
    private static Arrival arrival(int size) {
        return new Arrival(
                0,
                0,
                new Traffic(
                        "m",
                        "e",
                        Rate.ofPerSecond(1),
                        DataSize.ofBytes(size),
                        Optional.empty(),
                        Share.ofPercent(0),
                        false),
                false,
                1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 100, 6 * 1024, 4 * 1024 * 1024})
    void a_body_has_its_size_and_is_json(int size) {
        byte[] body = new Bodies().of(arrival(size));

        assertThat(body).hasSize(size);
        JsonMapper.shared().readTree(new String(body, US_ASCII));
    }
}
