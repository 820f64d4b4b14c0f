package dev.sluice.review;

import java.util.Locale;

/** What a review comes to. */
public enum Verdict {
  PASSED,
  /** No finding fails it, but not everything could be seen: it does not pass as clean. */
  INCOMPLETE,
  FAILED;

  public Verdict max(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
