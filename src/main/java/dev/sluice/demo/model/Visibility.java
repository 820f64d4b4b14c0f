package dev.sluice.demo.model;

import java.util.Locale;

/** Who may see a group or a project; the number is that of webhook payloads. */
public enum Visibility {
  PRIVATE(0),
  INTERNAL(10),
  PUBLIC(20);

  private final int level;

  Visibility(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }

  /** The word in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
