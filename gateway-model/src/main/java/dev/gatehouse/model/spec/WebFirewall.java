package dev.gatehouse.model.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests are inspected by a web application firewall.
 *
 * @param scope where it holds
 * @param unmatchedBody what happens to bytes that the firewall can't see
 * @param except model name to what is not asked of it there
 * @param whenFirewallFails what happens to requests while the firewall can't be asked
 */
public record WebFirewall(
        Scope scope, UnmatchedBody unmatchedBody, Map<String, Exemption> except, WhenFirewallFails whenFirewallFails)
        implements Requirement {
    /** What happens to bytes that the firewall can't see. */
    public enum UnmatchedBody {
        /** They pass; the default. */
        ALLOW("allow"),
        /** The request is refused by a size rule of our own. */
        BLOCK("block");

        private final String word;

        UnmatchedBody(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    /** What is not asked of the firewall for a model. */
    public enum Exemption {
        /** The rule against long bodies. */
        BODY_SIZE("body-size"),
        /** Everything. */
        ALL("all");

        private final String word;

        Exemption(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    /** What happens to requests while the firewall can't be asked. */
    public enum WhenFirewallFails {
        /** They are refused; the default. */
        REFUSE("refuse"),
        /** They pass uninspected, where the resource that the firewall is attached to can be told so. */
        ALLOW("allow");

        private final String word;

        WhenFirewallFails(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    /** Copies {@code except} in its order. */
    public WebFirewall {
        except = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(except));
    }

    @Override
    public String word() {
        return "web-firewall";
    }

    /** The same promise, with that not asked for a model. */
    public WebFirewall withException(String model, Exemption exemption) {
        Map<String, Exemption> more = new LinkedHashMap<>(except);
        more.put(model, exemption);
        return new WebFirewall(scope, unmatchedBody, more, whenFirewallFails);
    }

    /** The same promise, letting pass what the firewall can't see. */
    public WebFirewall lettingUnseenPass() {
        return new WebFirewall(scope, UnmatchedBody.ALLOW, except, whenFirewallFails);
    }

    /** The same promise, letting requests pass while the firewall can't be asked. */
    public WebFirewall failingOpen() {
        return new WebFirewall(scope, unmatchedBody, except, WhenFirewallFails.ALLOW);
    }
}
