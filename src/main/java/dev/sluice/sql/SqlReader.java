package dev.sluice.sql;

/**
 * Takes scripts apart: splits, tokenises, parses and names the actions. Never throws on bad SQL.
 */
public interface SqlReader {
  ParsedScript read(String text, Dialect dialect);
}
