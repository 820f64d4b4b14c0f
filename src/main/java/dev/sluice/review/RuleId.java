package dev.sluice.review;

/** A rule's name for ever, in kebab-case: it stands in people's ignore comments. */
public record RuleId(String value) implements Comparable<RuleId> {
  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
