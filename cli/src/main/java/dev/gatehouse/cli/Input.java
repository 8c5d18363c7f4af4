package dev.gatehouse.cli;

/**
 * A file that was read.
 *
 * @param name as the user gave it, {@code -} for standard input
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Input(String name, byte[] bytes) {}
