package dev.gatehouse.cli;

import dev.gatehouse.measurements.bounds.Bounds;
import dev.gatehouse.measurements.files.Merge;
import dev.gatehouse.measurements.result.Measurement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code --merge}: the folders of the parts of one run become one result. */
final class MergedRun implements Verb {
    private final Call call;
    private final LoadOptions options;

    MergedRun(Call call, LoadOptions options) {
        this.call = call;
        this.options = options;
    }

    @Override
    public Status run() {
        options.wantsJson();
        Optional<Bounds> bounds = LoadAnswer.bounds(call, options);
        List<Path> folders =
                options.merged().stream().map(call.around().folder()::resolve).toList();
        Measurement measurement = Merge.into(options.out(call), folders);
        return LoadAnswer.give(call, options, measurement, bounds);
    }
}
