package dev.sluice.catalog;

/**
 * A target's schema as canonical text: same schema, same text.
 *
 * @param text sections in a fixed order, sorted within
 * @param sha256 over the text
 * @param format version of the canonical form; texts of different formats are not compared
 */
public record Snapshot(String text, String sha256, int format, String serverVersion) {}
