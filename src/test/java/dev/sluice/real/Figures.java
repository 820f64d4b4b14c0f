package dev.sluice.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted, with a few examples of each; subjects and keys in order of their names. */
final class Figures {
  private static final int EXAMPLES = Integer.getInteger("real.examples", 3);
  private static final int WIDTH = 220;
  private final Map<String, Map<String, Tally>> subjects = new TreeMap<>();

  private static final class Tally {
    long count;
    final List<String> examples = new ArrayList<>();
  }

  void add(String subject, String key, long count) {
    tally(subject, key).count += count;
  }

  void add(String subject, String key, String example) {
    Tally tally = tally(subject, key);
    tally.count++;
    if (tally.examples.size() < EXAMPLES) {
      String line = example.replaceAll("\\s+", " ").strip();
      tally.examples.add(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line);
    }
  }

  private Tally tally(String subject, String key) {
    return subjects
        .computeIfAbsent(subject, s -> new TreeMap<>())
        .computeIfAbsent(key, k -> new Tally());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    subjects.forEach(
        (subject, tallies) -> {
          text.append('\n').append(subject).append('\n');
          tallies.forEach((key, tally) -> append(text, key, tally));
        });
    return text.toString();
  }

  private static void append(StringBuilder text, String key, Tally tally) {
    text.append("%8d  %s%n".formatted(tally.count, key));
    tally.examples.forEach(e -> text.append("            ").append(e).append('\n'));
  }
}
