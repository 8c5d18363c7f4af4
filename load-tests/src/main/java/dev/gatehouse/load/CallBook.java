package dev.gatehouse.load;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Traffic;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How every contestant is asked for every model. Immutable. */
final class CallBook {
    private record Key(String contestant, String entry, String model) {}

    private final Map<Key, Call> calls = new HashMap<>();

    CallBook(List<Call> all) {
        all.forEach(call -> calls.put(new Key(call.contestant(), call.entry(), call.model()), call));
    }

    /** How that contestant is asked for that kind of traffic; empty if it does not carry it. */
    Optional<Call> of(String contestant, Traffic traffic) {
        return Optional.ofNullable(calls.get(new Key(contestant, traffic.entry(), traffic.model())));
    }

    /** The IP addresses behind the hosts of the calls, by host. */
    Map<String, List<String>> addresses() {
        Map<String, List<String>> addresses = new TreeMap<>();
        calls.values().stream()
                .filter(call -> !call.address().isEmpty())
                .forEach(call -> addresses.put(URI.create(call.url()).getHost(), List.of(call.address())));
        return addresses;
    }

    /**
     * The part of a mix that every contestant carries, so that all of them get the same requests.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    Mix carriedBy(List<Contestant> contestants, Mix all) {
        return all.only(traffic -> contestants.stream()
                .allMatch(contestant -> of(contestant.subject(), traffic).isPresent()));
    }
}
