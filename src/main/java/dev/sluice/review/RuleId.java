package dev.sluice.review;

import java.util.regex.Pattern;

/** A rule's name for ever, in kebab-case: it stands in people's ignore comments. */
public record RuleId(String value) implements Comparable<RuleId> {
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleId {
    if (!KEBAB_CASE.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is no rule id: write kebab-case");
    }
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
