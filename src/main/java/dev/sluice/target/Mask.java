package dev.sluice.target;

import java.util.regex.Pattern;

/**
 * Takes row values out of a server's words, which go into notes and chat. Names stay: PostgreSQL
 * writes them in double quotes, values in parentheses or single quotes.
 */
final class Mask {
  private static final Pattern KEY_VALUES = Pattern.compile("\\)=\\((?s:.*?)\\)(?=[ .,]|$)");
  private static final Pattern ROW = Pattern.compile("(?i)(failing row contains )\\((?s:.*)\\)");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern INPUT =
      Pattern.compile(
          "(?i)((?:invalid|malformed|out of range)[^:\"]*(?:: |for type \\S+: ))\"(?s:.*)\"");
  private static final Pattern TOKEN = Pattern.compile("(Token )\"(?s:.*?)\"");
  private static final Pattern TOO_WIDE =
      Pattern.compile("(?i)(value )\"(?s:.*?)\"( is out of range)");

  private Mask() {}

  static String values(String words) {
    String masked = ROW.matcher(words).replaceAll("$1(…)");
    masked = KEY_VALUES.matcher(masked).replaceAll(")=(…)");
    masked = INPUT.matcher(masked).replaceAll("$1…");
    masked = TOKEN.matcher(masked).replaceAll("$1…");
    masked = TOO_WIDE.matcher(masked).replaceAll("$1…$2");
    return LITERAL.matcher(masked).replaceAll("'…'");
  }
}
