package dev.sluice.catalog;

/** What stands beside tables under the names of tables. */
public enum Relation {
  VIEW,
  MATERIALIZED_VIEW,
  /** It is there, and we know no more: a member of an extension, a virtual table. */
  OTHER
}
