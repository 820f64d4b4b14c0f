package dev.sluice.gitlab.hook;

import dev.sluice.mergerequest.Event;

/** What became of a webhook's body. */
public sealed interface Reading {
  /** Something happened that we have to look at. */
  record Relevant(Event event) implements Reading {}

  /** Nothing to us. */
  record Ignored(String reason) implements Reading {}

  /** Not what GitLab documents; the reason quotes nothing of the body. */
  record Malformed(String reason) implements Reading {}
}
