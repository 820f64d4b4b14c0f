package dev.sluice.review;

import java.util.regex.Pattern;

/** A rule's name for ever, in kebab-case: it stands in people's ignore comments. */
public record RuleId(String value) implements Comparable<RuleId> {
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleId {
    if (!isId(value)) {
      throw new IllegalArgumentException("'" + value + "' is no rule id: write kebab-case");
    }
  }

  /** Whether it is in kebab-case. */
  public static boolean isId(String text) {
    return KEBAB_CASE.matcher(text).matches();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
