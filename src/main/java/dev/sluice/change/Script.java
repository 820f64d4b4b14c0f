package dev.sluice.change;

/**
 * One SQL file of a change.
 *
 * @param path in the repository
 * @param text decoded from UTF-8, without a byte order mark
 * @param sha256 over the file's bytes
 */
public record Script(String path, ScriptName name, String text, String sha256) {}
