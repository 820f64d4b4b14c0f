package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether two globs can match the same path. Braces are tried one by one; a character class counts
 * as any character, so that the answer errs towards yes.
 */
final class GlobOverlap {
  private enum Kind {
    LITERAL,
    ANY_CHARACTER,
    WITHIN_FOLDER,
    ANYTHING;

    boolean repeats() {
      return this == WITHIN_FOLDER || this == ANYTHING;
    }
  }

  private record Part(Kind kind, char letter) {
    boolean canBe(Part other) {
      if (kind == Kind.LITERAL && other.kind == Kind.LITERAL) {
        return letter == other.letter;
      }
      return takes(other) && other.takes(this);
    }

    /** Only {@code **} goes over a slash. */
    private boolean takes(Part other) {
      return kind == Kind.LITERAL
          || kind == Kind.ANYTHING
          || other.kind != Kind.LITERAL
          || other.letter != '/';
    }
  }

  private final List<Part> a;
  private final List<Part> b;
  private final boolean[][] tried;

  private GlobOverlap(List<Part> a, List<Part> b) {
    this.a = a;
    this.b = b;
    this.tried = new boolean[a.size() + 1][b.size() + 1];
  }

  static boolean overlap(String one, String other) {
    return variants(one)
        .anyMatch(
            a -> variants(other).anyMatch(b -> new GlobOverlap(parts(a), parts(b)).meet(0, 0)));
  }

  /** As {@link dev.sluice.change.Glob} has it, {@code **}{@code /} may stand for no folder. */
  private static Stream<String> variants(String glob) {
    return braces(glob).flatMap(g -> Stream.of(g, g.replace("**/", "")));
  }

  private static Stream<String> braces(String glob) {
    int open = glob.indexOf('{');
    int close = glob.indexOf('}', Math.max(open, 0));
    if (open < 0 || close < 0) {
      return Stream.of(glob);
    }
    return Stream.of(glob.substring(open + 1, close).split(",", -1))
        .flatMap(word -> braces(glob.substring(0, open) + word + glob.substring(close + 1)));
  }

  private static List<Part> parts(String glob) {
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      int classEnd = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (glob.startsWith("**", i)) {
        parts.add(new Part(Kind.ANYTHING, ' '));
        i += 2;
      } else if (c == '*') {
        parts.add(new Part(Kind.WITHIN_FOLDER, ' '));
        i++;
      } else if (c == '?' || classEnd > 0) {
        parts.add(new Part(Kind.ANY_CHARACTER, ' '));
        i = classEnd > 0 ? classEnd + 1 : i + 1;
      } else {
        parts.add(new Part(Kind.LITERAL, c));
        i++;
      }
    }
    return parts;
  }

  /** Walks both patterns at once; a pair of positions that failed is not tried again. */
  private boolean meet(int i, int j) {
    if (tried[i][j]) {
      return false;
    }
    tried[i][j] = true;
    boolean endA = i == a.size();
    boolean endB = j == b.size();
    if (endA && endB) {
      return true;
    }
    if (!endA && a.get(i).kind.repeats() && meet(i + 1, j)) {
      return true;
    }
    if (!endB && b.get(j).kind.repeats() && meet(i, j + 1)) {
      return true;
    }
    return !endA && !endB && a.get(i).canBe(b.get(j)) && step(i, j);
  }

  private boolean step(int i, int j) {
    int nextA = a.get(i).kind.repeats() ? i : i + 1;
    int nextB = b.get(j).kind.repeats() ? j : j + 1;
    return (nextA != i || nextB != j) && meet(nextA, nextB);
  }
}
