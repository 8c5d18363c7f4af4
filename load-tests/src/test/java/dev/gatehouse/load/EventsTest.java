package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private static Events read(String... pieces) {
        Events events = new Events();
        for (String piece : pieces) {
            events.read(Unpooled.copiedBuffer(piece, US_ASCII));
        }
        return events;
    }

    @Test
    void the_end_mark_is_found_wherever_the_pieces_are_cut() {
        String text = ": hello\n\ndata: {\"token\":1}\n\nevent: x\r\ndata: [DONE]\r\n\r\n";
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(read(text.substring(0, cut), text.substring(cut)).hasEnded())
                    .as("cut at %s", cut)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: [DONE]", "data:[DONE]\n", "data: 1\n\ndata: [DONE]\n\n: bye\n\n"})
    void the_end_mark_is_the_last_data(String text) {
        assertThat(read(text).hasEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: 1\n\n",
                "data: [DONE]\n\ndata: 1\n\n",
                "data: [DONE]\n\ndata: 1",
                ": data: [DONE]\n\n",
                "data: \"[DONE]\"\n\n",
                "data: [DONE] and what else a model may say\n\n"
            })
    void other_texts_have_no_end_mark(String text) {
        assertThat(read(text).hasEnded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'data:', true", "': data: 1', false", "'event: data:', false", "'id: 1\ndata: x', true", "'', false"})
    void comments_are_no_data(String text, boolean data) {
        assertThat(read(text).hasData()).isEqualTo(data);
    }
}
