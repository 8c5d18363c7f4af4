package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.emissary.HostGlob;

/** Whether two Mappings can be asked for by one host. */
final class Hostnames {
    private Hostnames() {}

    static boolean meet(Written one, Written other) {
        boolean anything = one.flag("host_regex") || other.flag("host_regex");
        return anything || HostGlob.overlap(one.host(), other.host());
    }
}
