package dev.sluice.demo.git;

import java.util.List;

/** A run of changed lines with the context around them. */
public record Hunk(List<Line> lines) {

  /** What happened to a line; the sign is that of a unified diff. */
  public enum Kind {
    CONTEXT(' '),
    ADDED('+'),
    REMOVED('-');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }
  }

  /**
   * One line. Both numbers are the running counters at this line (1-based), as GitLab's line codes
   * need them: an added line keeps the number of the next old line. The text has its line end, if
   * there is one.
   */
  public record Line(Kind kind, int oldLine, int newLine, String text) {
    public String shown() {
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    String rendered() {
      var line = kind.sign + shown() + "\n";
      return text.endsWith("\n") ? line : line + "\\ No newline at end of file\n";
    }
  }

  public Hunk {
    lines = List.copyOf(lines);
  }

  /** The line that starts a hunk, with git's counts: an empty side begins one line earlier. */
  public String header() {
    return "@@ -%s +%s @@".formatted(range(Kind.ADDED, true), range(Kind.REMOVED, false));
  }

  public String text() {
    var text = new StringBuilder(header()).append('\n');
    lines.forEach(line -> text.append(line.rendered()));
    return text.toString();
  }

  private String range(Kind absent, boolean old) {
    var count = lines.stream().filter(line -> line.kind() != absent).count();
    var first = old ? lines.get(0).oldLine() : lines.get(0).newLine();
    var start = count == 0 ? first - 1 : first;
    return count == 1 ? String.valueOf(start) : start + "," + count;
  }
}
