package dev.sluice.review;

import dev.sluice.setting.Doc;
import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  @Doc("The rule does not run.")
  OFF,
  @Doc("Worth knowing.")
  INFO,
  @Doc("Look at it; it keeps nothing from merging.")
  WARNING,
  @Doc("The review fails.")
  ERROR;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
