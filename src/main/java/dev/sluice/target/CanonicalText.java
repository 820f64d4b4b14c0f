package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Objects with their lines: a heading each, sorted, and below it the lines as they came. */
final class CanonicalText {
  private static final String INDENT = "  ";

  private final Map<String, List<String>> objects = new TreeMap<>();

  /** Adds a part, of one line or several, to the object. */
  boolean add(String heading, String part) {
    List<String> lines = objects.computeIfAbsent(heading, h -> new ArrayList<>());
    return lines.addAll(part.lines().map(String::stripTrailing).map(INDENT::concat).toList());
  }

  Snapshot snapshot(int format, String serverVersion) {
    String text =
        objects.entrySet().stream()
            .map(o -> o.getKey() + "\n" + String.join("\n", o.getValue()) + "\n")
            .collect(Collectors.joining());
    return new Snapshot(text, Sha256.of(text), format, serverVersion);
  }
}
