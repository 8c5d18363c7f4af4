package dev.gatehouse.lab.server;

import dev.gatehouse.model.spec.Model;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A variant of a model, with what is counted of it and what is wrong with it. Thread-safe. */
final class Served {
    private final Model model;
    private final Variant variant;
    private final ServiceTimes times;
    private final Map<Long, byte[]> bodies = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();

    Served(Model model, Variant variant, long seed) {
        this.model = model;
        this.variant = variant;
        this.times = new ServiceTimes(seed, model);
    }

    Model model() {
        return model;
    }

    Variant variant() {
        return variant;
    }

    ServiceTimes times() {
        return times;
    }

    /** An answer of that size to a request without an id; not to be changed. */
    byte[] body(long size) {
        return bodies.computeIfAbsent(size, bytes -> Bodies.inferred(this, bytes, ""));
    }

    /** Counts one more request; its number from 0. */
    long came() {
        return requests.getAndIncrement();
    }

    void went() {
        answers.incrementAndGet();
    }

    Answered answered() {
        return new Answered(model.name(), variant, requests.get(), answers.get());
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault.get());
    }

    void set(Optional<Fault> next) {
        fault.set(next.orElse(null));
    }

    /** How well it fits a request: the longer its path, the better; 0 for not at all. */
    int fit(Wish wish) {
        for (Map.Entry<String, String> header : model.headers().entrySet()) {
            if (!header.getValue().equals(wish.headers().get(header.getKey().toLowerCase(Locale.ROOT)))) {
                return 0;
            }
        }
        String path = model.path();
        boolean fits = model.isPrefix()
                ? wish.path().startsWith(path) || wish.path().equals(path.substring(0, path.length() - 1))
                : wish.path().equals(path);
        return fits ? path.length() + 1 : 0;
    }
}
