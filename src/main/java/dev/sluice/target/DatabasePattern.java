package dev.sluice.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which databases of a server belong to a group: {@code tenant_{region}_%}. A {@code %} stands for
 * anything, {@code {region}} too, and what it stands for becomes the label {@code region}.
 */
public final class DatabasePattern {
  private static final Pattern PART = Pattern.compile("%|\\{([a-z][a-z0-9_]*)}|[A-Za-z0-9._-]+");
  private static final String ANY = "[A-Za-z0-9._-]";

  private final String written;
  private final Pattern regex;
  private final List<String> labels;

  private DatabasePattern(String written, Pattern regex, List<String> labels) {
    this.written = written;
    this.regex = regex;
    this.labels = List.copyOf(labels);
  }

  /** Throws IllegalArgumentException for what is no such pattern. */
  public static DatabasePattern parse(String text) {
    StringBuilder regex = new StringBuilder();
    List<String> labels = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find() && part.start() == end) {
      if (part.group(1) != null) {
        labels.add(part.group(1));
        regex.append('(').append(ANY).append("+?)");
      } else {
        regex.append(part.group().equals("%") ? ANY + "*" : Pattern.quote(part.group()));
      }
      end = part.end();
    }
    if (end == 0 || end < text.length() || labels.stream().distinct().count() < labels.size()) {
      throw new IllegalArgumentException(
          "a pattern is made of letters, digits, dot, dash, underscore, % and {label}, each label"
              + " once: tenant_{region}_%");
    }
    return new DatabasePattern(text, Pattern.compile(regex.toString()), labels);
  }

  /** The labels that a database's name gives; empty when it does not belong to the group. */
  public Optional<Map<String, String>> labels(String database) {
    Matcher matcher = regex.matcher(database);
    if (!matcher.matches() || !Character.isLetterOrDigit(database.charAt(0))) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      values.put(labels.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }

  List<String> labelNames() {
    return labels;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatabasePattern pattern && pattern.written.equals(written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
