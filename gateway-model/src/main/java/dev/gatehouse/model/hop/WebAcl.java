package dev.gatehouse.model.hop;

/** A web ACL of AWS WAF: it inspects requests at the next hop on the path, to which it is attached. */
public final class WebAcl implements Hop {
    private final HopKind attachedTo;

    WebAcl(HopKind attachedTo) {
        this.attachedTo = attachedTo;
    }

    /** The hop that it is attached to. */
    public HopKind attachedTo() {
        return attachedTo;
    }

    /** Whether it is a global one, of scope CLOUDFRONT in us-east-1; else it stands in the platform's region. */
    public boolean isGlobal() {
        return attachedTo.equals(HopKind.CLOUDFRONT);
    }

    @Override
    public HopKind kind() {
        return HopKind.WEB_ACL;
    }

    @Override
    public Stance stance() {
        return Stance.ATTACHED;
    }

    @Override
    public int layer() {
        return 7;
    }

    @Override
    public <R> R accept(HopVisitor<R> visitor) {
        return visitor.webAcl(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebAcl acl && acl.attachedTo.equals(attachedTo);
    }

    @Override
    public int hashCode() {
        return attachedTo.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " at " + attachedTo;
    }
}
