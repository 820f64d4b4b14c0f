package dev.sluice.change;

import java.util.regex.Pattern;

/**
 * A pattern over repository paths: {@code *} within a folder, {@code **} over any number of
 * folders, none included ({@code orders/**}{@code /*.sql} matches {@code orders/V1__a.sql} too),
 * {@code ?}, {@code [a-z]} and {@code {a,b}}. Not the platform's own matcher: that one refuses
 * names which the machine's file system could not hold, and a repository may have any.
 */
public final class Glob {
  private static final String LITERAL = "\\.()+|^$@%&#~\n";

  private final String pattern;
  private final Pattern regex;

  private Glob(String pattern) {
    this.pattern = pattern;
    this.regex = Pattern.compile(translate(pattern), Pattern.DOTALL);
  }

  /** Throws IllegalArgumentException when the pattern is malformed. */
  public static Glob parse(String pattern) {
    return new Glob(pattern);
  }

  public boolean matches(String path) {
    return regex.matcher(path).matches();
  }

  /** The folder in front of the first wildcard: what this pattern watches. */
  public String folder() {
    int wildcard = pattern.split("[*?\\[{]", 2)[0].length();
    int slash = pattern.lastIndexOf('/', Math.max(0, wildcard - 1));
    return slash < 0 ? "" : pattern.substring(0, slash + 1);
  }

  private static String translate(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean inBraces = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '[') {
        int end = glob.indexOf(']', i + 2);
        regex.append(set(glob, i, end));
        i = end;
      } else {
        inBraces = c == '{' || (inBraces && c != '}');
        regex.append(single(c, inBraces));
      }
    }
    return regex.toString();
  }

  private static String single(char c, boolean inBraces) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      case '{' -> "(?:";
      case '}' -> ")";
      case ',' -> inBraces ? "|" : ",";
      default -> LITERAL.indexOf(c) < 0 ? String.valueOf(c) : "\\" + c;
    };
  }

  private static String set(String glob, int start, int end) {
    if (end < 0) {
      throw new IllegalArgumentException("'[' is not closed");
    }
    String inside = glob.substring(start + 1, end);
    boolean negated = inside.startsWith("!");
    String members = negated ? inside.substring(1) : inside;
    return (negated ? "[^/" : "[") + members.replaceAll("([\\\\\\[\\]^&])", "\\\\$1") + "]";
  }

  @Override
  public String toString() {
    return pattern;
  }
}
