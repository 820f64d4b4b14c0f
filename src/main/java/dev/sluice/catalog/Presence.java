package dev.sluice.catalog;

/** Whether a name is taken. */
enum Presence {
  PRESENT,
  ABSENT,
  /** We did not look, or something happened that we do not understand. */
  UNKNOWN
}
