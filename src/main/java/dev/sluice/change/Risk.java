package dev.sluice.change;

import dev.sluice.setting.Doc;
import java.util.Locale;

/** How much a change can hurt. */
public enum Risk {
  @Doc("New objects, instant catalog changes.")
  LOW,
  @Doc("Data changes, short strong locks, small tables.")
  MEDIUM,
  @Doc("Long locks, rewrites, or what breaks running code.")
  HIGH,
  @Doc("Data that is lost, or a large table that stands still.")
  CRITICAL;

  public Risk max(Risk other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** One step less, LOW at least. */
  public Risk lower() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM, LOW -> LOW;
    };
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
