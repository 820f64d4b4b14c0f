package dev.sluice.review.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What names should look like: a regular expression that the whole name matches, with placeholders
 * in double braces that stand for other names.
 */
public final class NamePattern {
  /** Lower snake case: needs no quotes in any engine. */
  public static final String SNAKE_CASE = "[a-z][a-z0-9_]*";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final String text;
  private final Optional<Pattern> fixed;

  private NamePattern(String text, Optional<Pattern> fixed) {
    this.text = text;
    this.fixed = fixed;
  }

  /** Throws IllegalArgumentException for other placeholders or a malformed expression. */
  static NamePattern of(String text, Set<String> placeholders) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    boolean filled = false;
    while (matcher.find()) {
      filled = true;
      if (!placeholders.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "has the placeholder " + matcher.group() + "; " + known(placeholders));
      }
    }
    Pattern sample = Pattern.compile(PLACEHOLDER.matcher(text).replaceAll("x"));
    return new NamePattern(text, filled ? Optional.empty() : Optional.of(sample));
  }

  private static String known(Set<String> placeholders) {
    return placeholders.isEmpty() ? "there is none here" : "known here: " + listed(placeholders);
  }

  static String kind(Set<String> placeholders) {
    return placeholders.isEmpty()
        ? "regular expression"
        : "regular expression with " + listed(placeholders);
  }

  private static String listed(Set<String> placeholders) {
    return new TreeSet<>(placeholders)
        .stream().map(p -> "{{" + p + "}}").collect(Collectors.joining(", "));
  }

  public boolean matches(String name) {
    return matches(name, Map.of());
  }

  /**
   * @param values for all placeholders
   */
  public boolean matches(String name, Map<String, String> values) {
    return fixed.orElseGet(() -> Pattern.compile(filled(values, true))).matcher(name).matches();
  }

  /** The one name that matches, where the pattern leaves no choice. */
  public Optional<String> only(Map<String, String> values) {
    String bare = text.replaceAll("^\\^\\$\\|", "").replaceAll("^\\^|\\$$", "");
    String name = new NamePattern(bare, Optional.empty()).filled(values, false);
    boolean choice = !PLAIN.matcher(PLACEHOLDER.matcher(bare).replaceAll("x")).matches();
    return choice ? Optional.empty() : Optional.of(name);
  }

  /** For messages: the pattern with the names in it. */
  public String shown(Map<String, String> values) {
    return filled(values, false);
  }

  private String filled(Map<String, String> values, boolean quoted) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            m -> {
              String value = values.getOrDefault(m.group(1), "");
              return Matcher.quoteReplacement(quoted ? Pattern.quote(value) : value);
            });
  }

  @Override
  public String toString() {
    return text;
  }
}
