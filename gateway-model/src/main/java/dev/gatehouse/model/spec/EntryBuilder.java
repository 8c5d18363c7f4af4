package dev.gatehouse.model.spec;

import java.util.Optional;
import java.util.OptionalInt;

/** Makes an {@link Entry}. Begin with {@link Entries#entry}. Mutable, for one thread. */
public final class EntryBuilder {
    private final String name;
    private String host = "";
    private Optional<String> certificate = Optional.empty();
    private Optional<Zone> zone = Optional.empty();
    private Entry.Reach reach = Entry.Reach.INTERNET;
    private OptionalInt port = OptionalInt.empty();

    EntryBuilder(String name) {
        this.name = name;
    }

    /** The one DNS name that it answers to. Must be called. */
    public EntryBuilder host(String dnsName) {
        host = dnsName;
        return this;
    }

    /** The ARN of its certificate in ACM. */
    public EntryBuilder certificate(String arn) {
        certificate = Optional.of(arn);
        return this;
    }

    /** Where its name lives. See {@link Entries#createdZone} and {@link Entries#existingZone}. */
    public EntryBuilder zone(Zone hostedZone) {
        zone = Optional.of(hostedZone);
        return this;
    }

    /** Who can come in; anybody on the internet if not called. */
    public EntryBuilder reach(Entry.Reach who) {
        reach = who;
        return this;
    }

    /** The port of an entry with mutual TLS on a shared balancer; 8443 if not called. */
    public EntryBuilder port(int number) {
        port = OptionalInt.of(number);
        return this;
    }

    Entry entry() {
        return new Entry(name, host, certificate, zone, reach, port);
    }
}
