package dev.sluice.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot's text, object by object. */
public final class SnapshotObjects {
  private static final int INDENT = 2;

  private SnapshotObjects() {}

  /**
   * The lines of each object, without their indentation, by heading: {@code TABLE public.orders}.
   */
  public static Map<String, List<String>> of(Snapshot snapshot) {
    Map<String, List<String>> objects = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : snapshot.text().lines().toList()) {
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        lines = objects.computeIfAbsent(line, heading -> new ArrayList<>());
      } else {
        lines.add(line.substring(Math.min(INDENT, line.length())));
      }
    }
    return objects;
  }
}
