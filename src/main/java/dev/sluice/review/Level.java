package dev.sluice.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ready policies: what each rule says in them stands in the rule's own metadata. */
public enum Level {
  /** For development: what cannot work at all is an error, the rest is told more quietly. */
  RELAXED,
  /** What holds where nothing is said. */
  STANDARD,
  /** For production: also what only some houses want. */
  STRICT;

  /** As policies name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Level> named(String name) {
    return Arrays.stream(values()).filter(l -> l.id().equals(name)).findFirst();
  }
}
