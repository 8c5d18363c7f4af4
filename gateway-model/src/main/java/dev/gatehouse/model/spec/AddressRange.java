package dev.gatehouse.model.spec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CIDR block of IPv4 addresses: the first as an unsigned number, and how many leading bits are fixed. */
record AddressRange(long first, int bits) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");

    /** The block, if {@code text} is one; bits after the fixed ones may be set. */
    static Optional<AddressRange> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 255
                    || (matcher.group(i).length() > 1 && matcher.group(i).startsWith("0"))) {
                return Optional.empty();
            }
            address = (address << 8) | octet;
        }
        int bits = Integer.parseInt(matcher.group(5));
        return bits > 32 ? Optional.empty() : Optional.of(new AddressRange(address, bits));
    }

    /** How many addresses it has. */
    long size() {
        return 1L << (32 - bits);
    }

    /** The block that it lies in, with no bits set after the fixed ones. */
    AddressRange aligned() {
        return new AddressRange(first - first % size(), bits);
    }

    boolean overlaps(AddressRange other) {
        return first < other.first + other.size() && other.first < first + size();
    }

    /** Whether every address of it is set aside for private networks (RFC 1918) or carriers (RFC 6598). */
    boolean isPrivate() {
        return inside("10.0.0.0/8") || inside("172.16.0.0/12") || inside("192.168.0.0/16") || inside("100.64.0.0/10");
    }

    private boolean inside(String block) {
        AddressRange outer = of(block).orElseThrow();
        return first >= outer.first && first + size() <= outer.first + outer.size();
    }

    @Override
    public String toString() {
        return (first >> 24) + "." + ((first >> 16) & 255) + "." + ((first >> 8) & 255) + "." + (first & 255) + "/"
                + bits;
    }
}
