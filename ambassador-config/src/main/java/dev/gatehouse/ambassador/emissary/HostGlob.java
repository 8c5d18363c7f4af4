package dev.gatehouse.ambassador.emissary;

/** Whether there can be a host that two host patterns both take. */
public final class HostGlob {
    private HostGlob() {}

    /** Whether some host is taken by both, as Emissary reckons. */
    public static boolean overlap(String a, String b) {
        if (a.equals(b) || a.equals("*") || b.equals("*")) {
            return true;
        }
        if (a.isEmpty() || b.isEmpty() || a.startsWith(".") || b.startsWith(".")) {
            return false;
        }
        boolean aStart = a.startsWith("*");
        boolean aEnd = a.endsWith("*");
        boolean bStart = b.startsWith("*");
        boolean bEnd = b.endsWith("*");
        if ((aStart && aEnd) || (bStart && bEnd)) {
            return false;
        }
        if ((aStart && bEnd) || (bStart && aEnd)) {
            return true;
        }
        if (aStart && bStart) {
            return nested(a.substring(1), b.substring(1), true);
        }
        if (aEnd && bEnd) {
            return nested(a.substring(0, a.length() - 1), b.substring(0, b.length() - 1), false);
        }
        if (aStart || bStart) {
            return ends(aStart ? a : b, aStart ? b : a);
        }
        if (aEnd || bEnd) {
            return starts(aEnd ? a : b, aEnd ? b : a);
        }
        return false;
    }

    /** Whether a pattern can only be met with others of its kind by scanning: it has a star. */
    static boolean wild(String pattern) {
        return pattern.startsWith("*") || pattern.endsWith("*");
    }

    private static boolean nested(String a, String b, boolean atEnd) {
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        return atEnd ? longer.endsWith(shorter) : longer.startsWith(shorter);
    }

    /** A star never stands for nothing. */
    private static boolean ends(String glob, String host) {
        return host.length() >= glob.length() && host.endsWith(glob.substring(1));
    }

    private static boolean starts(String glob, String host) {
        return host.length() >= glob.length() && host.startsWith(glob.substring(0, glob.length() - 1));
    }
}
