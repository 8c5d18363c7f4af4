package dev.gatehouse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The file that tells the load generator how each contestant is asked for each model. */
final class CallsJson {
    /** One call; the words of the generator's own file. */
    record Asked(
            String contestant,
            String entry,
            String model,
            String protocol,
            String method,
            String url,
            String address,
            Map<String, String> headers,
            String contentType,
            String edge) {}

    private CallsJson() {}

    static void write(Path file, List<Asked> calls) throws IOException {
        Files.writeString(file, text(calls));
    }

    static String text(List<Asked> calls) {
        return JsonMapper.shared().writeValueAsString(calls);
    }
}
