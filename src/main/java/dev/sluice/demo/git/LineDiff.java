package dev.sluice.demo.git;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sluice.demo.git.Hunk.Kind;
import dev.sluice.demo.git.Hunk.Line;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line. */
public final class LineDiff {
  private static final int CONTEXT = 3;
  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Hunks with three lines of context. */
  public static List<Hunk> hunks(String before, String after) {
    return hunks(lines(before), lines(after));
  }

  static List<Hunk> hunks(List<String> before, List<String> after) {
    return new LineDiff(before, after).hunks();
  }

  /** Every line of both texts, changed or not. */
  public static List<Line> all(String before, String after) {
    return new LineDiff(lines(before), lines(after)).all();
  }

  /** Lines with their line ends, so that a missing one at the end of a file is a difference. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf('\n', start);
      var next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  private List<Line> all() {
    List<Line> lines = new ArrayList<>();
    var old = 0;
    var fresh = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      while (old < delta.getSource().getPosition()) {
        lines.add(new Line(Kind.CONTEXT, old + 1, fresh + 1, after.get(fresh)));
        old++;
        fresh++;
      }
      for (var text : delta.getSource().getLines()) {
        lines.add(new Line(Kind.REMOVED, old + 1, fresh + 1, text));
        old++;
      }
      for (var text : delta.getTarget().getLines()) {
        lines.add(new Line(Kind.ADDED, old + 1, fresh + 1, text));
        fresh++;
      }
    }
    while (old < before.size()) {
      lines.add(new Line(Kind.CONTEXT, old + 1, fresh + 1, after.get(fresh)));
      old++;
      fresh++;
    }
    return lines;
  }

  private List<Hunk> hunks() {
    var lines = all();
    List<Hunk> hunks = new ArrayList<>();
    List<Line> current = new ArrayList<>();
    for (var i = 0; i < lines.size(); i++) {
      if (nearChange(lines, i)) {
        current.add(lines.get(i));
      } else if (!current.isEmpty()) {
        hunks.add(new Hunk(current));
        current.clear();
      }
    }
    if (!current.isEmpty()) {
      hunks.add(new Hunk(current));
    }
    return hunks;
  }

  private static boolean nearChange(List<Line> lines, int index) {
    var from = Math.max(0, index - CONTEXT);
    var to = Math.min(lines.size(), index + CONTEXT + 1);
    return lines.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.CONTEXT);
  }
}
