package dev.sluice.review;

/**
 * A lock on a table while a statement runs, and until its transaction ends.
 *
 * @param table as the script names it
 * @param lock in the engine's words
 * @param blocks what others cannot do meanwhile: nothing, writes, reads and writes
 */
public record TableLock(String table, String lock, String blocks) {}
