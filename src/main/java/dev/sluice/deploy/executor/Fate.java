package dev.sluice.deploy.executor;

/** What became of a transaction whose COMMIT got no answer. */
enum Fate {
  COMMITTED,
  ABORTED,
  IN_PROGRESS,
  /** The server has forgotten it or never knew it. */
  NOT_KNOWN
}
