package dev.sluice.review.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/**
 * Something about a rule that a review policy can set. A rule keeps its options as constants, names
 * them in its {@link RuleInfo} and reads them with {@link Scene#option}.
 *
 * @param name snake case
 * @param doc what it means, a sentence without full stop
 * @param kind what can be written, for people
 * @param written the default, as it would be written
 * @param reader from the configuration; throws IllegalArgumentException with what is expected
 */
public record Option<T>(
    String name, String doc, String kind, List<String> written, Function<List<String>, T> reader) {
  public Option {
    if (!name.matches("[a-z]+(_[a-z]+)*") || doc.isBlank() || doc.endsWith(".")) {
      throw new IllegalArgumentException(name + ": needs snake case and a doc without full stop");
    }
    written = List.copyOf(written);
  }

  /** A number that is not negative. */
  public static Option<Integer> number(String name, int byDefault, String doc) {
    return new Option<>(
        name, doc, "whole number", List.of(String.valueOf(byDefault)), Option::number);
  }

  /** True or false. */
  public static Option<Boolean> yesNo(String name, boolean byDefault, String doc) {
    return new Option<>(
        name, doc, "true or false", List.of(String.valueOf(byDefault)), Option::yesNo);
  }

  /** Any number of texts, none included. */
  public static Option<List<String>> texts(String name, List<String> byDefault, String doc) {
    return new Option<>(name, doc, "list of texts", byDefault, List::copyOf);
  }

  /**
   * A regular expression over names.
   *
   * @param placeholders what may stand in it in double braces, and the rule fills in
   */
  public static Option<NamePattern> pattern(
      String name, String byDefault, Set<String> placeholders, String doc) {
    return new Option<>(
        name,
        doc,
        NamePattern.kind(placeholders),
        List.of(byDefault),
        all -> pattern(all, placeholders));
  }

  /** The value that holds when no policy sets one. */
  public T byDefault() {
    return reader.apply(written);
  }

  /** Throws IllegalArgumentException with what is wrong and what is expected. */
  public T read(List<String> values) {
    return reader.apply(values);
  }

  private static Integer number(List<String> values) {
    String value = single(values, "a whole number");
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("expects a whole number, found \"" + value + "\"");
    }
    return Integer.valueOf(value);
  }

  private static Boolean yesNo(List<String> values) {
    return switch (single(values, "true or false")) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default ->
          throw new IllegalArgumentException(
              "expects true or false, found \"" + values.get(0) + "\"");
    };
  }

  private static NamePattern pattern(List<String> values, Set<String> placeholders) {
    try {
      return NamePattern.of(single(values, "a regular expression"), placeholders);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
    }
  }

  private static String single(List<String> values, String what) {
    if (values.size() != 1) {
      throw new IllegalArgumentException("expects " + what + ", found a list");
    }
    return values.get(0);
  }
}
