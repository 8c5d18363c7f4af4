package dev.gatehouse.measurements.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The requests of one run of one contestant: when each leaves and what it asks for. Every contestant and every round
 * gets the same one.
 *
 * <pre>{@code
 * Schedule schedule = Schedule.of(Mix.of(spec), ArrivalProcess.POISSON, Rate.ofPerSecond(200), Duration.ofSeconds(10), 1);
 * }</pre>
 *
 * <p>Immutable. Equal arguments give equal arrivals on every Java and platform.
 */
public final class Schedule {
    private static final long MOST = 50_000_000;

    private final List<Arrival> arrivals;
    private final Duration duration;
    private final Part part;
    private final String sha256;

    private Schedule(List<Arrival> arrivals, Duration duration, Part part, String sha256) {
        this.arrivals = List.copyOf(arrivals);
        this.duration = duration;
        this.part = part;
        this.sha256 = sha256;
    }

    /**
     * Makes a schedule. The time of an arrival, what it asks for, its pin and its draw come from streams of their own,
     * and what it asks for is a race between streams of the models' own: one model more takes some arrivals for itself
     * and changes no other.
     *
     * @param rate of all requests together, above 0
     * @param duration how long requests arrive, above 0
     * @throws IllegalArgumentException if rate or duration is 0, or if there would be more than 50 million arrivals
     */
    public static Schedule of(Mix mix, ArrivalProcess process, Rate rate, Duration duration, long seed) {
        double perSecond = rate.perSecond().doubleValue();
        if (perSecond <= 0 || duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("nothing arrives at " + rate + " in " + duration);
        }
        if (perSecond * (duration.toNanos() / 1e9) > MOST) {
            throw new IllegalArgumentException("a schedule has at most " + MOST + " arrivals");
        }
        UniformRandomProvider times = Draws.of(seed, "arrivals");
        UniformRandomProvider pins = Draws.of(seed, "pins");
        UniformRandomProvider others = Draws.of(seed, "draws");
        Race race = new Race(mix, seed);
        List<Arrival> arrivals = new ArrayList<>();
        double gap = 1e9 / perSecond;
        double at = process == ArrivalProcess.POISSON ? gap * exponential(times) : 0;
        while (at < duration.toNanos()) {
            Traffic traffic = race.winner();
            boolean pinned = isIn(traffic.pinned(), pins);
            arrivals.add(new Arrival(arrivals.size(), (long) at, traffic, pinned, others.nextLong() >>> 1));
            at = process == ArrivalProcess.POISSON ? at + gap * exponential(times) : gap * arrivals.size();
        }
        return new Schedule(arrivals, duration, Part.WHOLE, hash(arrivals));
    }

    /** What arrives, in order of time. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    /** How long requests arrive. */
    public Duration duration() {
        return duration;
    }

    /** Which part of the whole schedule this is. */
    public Part part() {
        return part;
    }

    /** SHA-256 of the whole schedule, of which this may be a part, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /**
     * The part of this whole schedule that one of several generators sends; all parts together are exactly the whole.
     *
     * @throws IllegalStateException if this is a part already
     */
    public Schedule part(Part wanted) {
        if (part.of() != 1) {
            throw new IllegalStateException("part " + part + " is not parted again");
        }
        return new Schedule(arrivals.stream().filter(wanted::has).toList(), duration, wanted, sha256);
    }

    /** A draw from the exponential distribution of mean 1; StrictMath gives the same bits everywhere. */
    static double exponential(UniformRandomProvider draws) {
        return -StrictMath.log1p(-draws.nextDouble());
    }

    private static boolean isIn(Share share, UniformRandomProvider draws) {
        return draws.nextDouble() * 100 < share.percent().doubleValue();
    }

    private static String hash(List<Arrival> arrivals) {
        MessageDigest digest = Draws.sha256();
        arrivals.forEach(arrival -> digest.update(arrival.line().getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
