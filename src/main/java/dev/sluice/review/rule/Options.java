package dev.sluice.review.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule's options under one policy. */
public final class Options {
  public static final Options DEFAULT = new Options(Map.of());

  private final Map<Option<?>, Object> values;

  private Options(Map<Option<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Throws IllegalArgumentException for what {@link #problem} would tell.
   *
   * @param written by name, as configured
   */
  public static Options of(RuleInfo info, Map<String, List<String>> written) {
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : info.options()) {
      values.put(option, read(option, written));
    }
    return new Options(values);
  }

  private static Object read(Option<?> option, Map<String, List<String>> written) {
    return option.read(written.getOrDefault(option.name(), option.written()));
  }

  /** What is wrong with a value, in words that continue the sentence which its key begins. */
  public static Optional<String> problem(Option<?> option, List<String> written) {
    try {
      option.read(written);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** The value in force. */
  @SuppressWarnings("unchecked") // only ever put in as what the option's own reader returns
  public <T> T get(Option<T> option) {
    Object value = values.get(option);
    return value == null ? option.byDefault() : (T) value;
  }
}
