package dev.gatehouse.ambassador.route;

/**
 * Something that the ingress refuses or complains of.
 *
 * @param filedUnder {@code name.namespace} of the resource that it files the complaint under, which is not always the
 *     culprit, or a word of its own such as {@code ir.retrypolicy} or {@code -global-}
 * @param culprit the resource that is meant
 * @param what what is the case, one line without a final full stop
 */
public record Problem(String filedUnder, Origin culprit, String what) {}
