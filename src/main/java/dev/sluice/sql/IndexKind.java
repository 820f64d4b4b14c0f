package dev.sluice.sql;

/** The kinds of MySQL's indexes that it builds in different ways; all others are plain. */
public enum IndexKind {
  PLAIN,
  FULLTEXT,
  SPATIAL
}
