package dev.sluice.catalog;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The difference of two snapshots as unified text, object by object, so that a reader sees whole
 * objects and not stray lines. An object begins at a line without indentation and ends before the
 * next one.
 */
public final class SnapshotDiff {
  private static final int CONTEXT = 3;

  private SnapshotDiff() {}

  /** Empty when there is none. The snapshots must be of the same format. */
  public static String between(Snapshot before, Snapshot after) {
    if (before.format() != after.format()) {
      throw new IllegalArgumentException(
          "snapshots of formats " + before.format() + " and " + after.format());
    }
    return between(before.text(), after.text());
  }

  static String between(String before, String after) {
    Map<String, List<String>> old = objects(before);
    Map<String, List<String>> now = objects(after);
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .map(n -> diff(n, old.getOrDefault(n, List.of()), now.getOrDefault(n, List.of())))
        .filter(d -> !d.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, List<String>> objects(String text) {
    Map<String, List<String>> objects = new LinkedHashMap<>();
    String name = "";
    for (String line : text.lines().toList()) {
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        name = line;
      }
      List<String> lines = objects.getOrDefault(name, List.of());
      objects.put(name, Lists.plus(lines, line));
    }
    return objects;
  }

  private static String diff(String name, List<String> old, List<String> now) {
    String from = old.isEmpty() ? "/dev/null" : name;
    String to = now.isEmpty() ? "/dev/null" : name;
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, now), CONTEXT));
  }
}
