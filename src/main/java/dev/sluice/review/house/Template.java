package dev.sluice.review.house;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders in double braces. */
record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /** What stands between braces, sorted. */
  Set<String> placeholders() {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  String filled(Map<Part, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    values.entrySet().stream()
                        .filter(v -> v.getKey().id().equals(m.group(1)))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("")));
  }
}
