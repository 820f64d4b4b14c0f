package dev.sluice.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes row values out of the words of MySQL and MariaDB, which put values and names into the same
 * quotes and escape neither. Known places of values go first; what is then still in quotes stays
 * only behind a word that announces a name.
 */
final class MysqlMask {
  private static final Pattern ENTRY = Pattern.compile("(entry )'(?s:.*)'( for key )");
  private static final Pattern VALUE_FOR =
      Pattern.compile("(?i)(value:? )'(?s:.*)'( for (?:column|function))");
  private static final Pattern VALUE =
      Pattern.compile("(?i)(value:? )'(?!…)(?s:.*)'( found| at row|$)");
  private static final Pattern NUMBER = Pattern.compile("(for value )(?!from)\\S+");
  private static final Pattern EXPRESSION = Pattern.compile("(out of range in )'(?s:.*)'");
  private static final Pattern NEAR = Pattern.compile("(near )'(?s:(.*))'( at line \\d+)$");
  private static final int NEAR_LENGTH = 30;

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?i)((?:table|column|key|index|database|constraint|view|procedure|function|trigger|event"
              + "|user|engine|variable|partition|savepoint|collation|set|option|command|role|drop"
              + "|tablespace|sequence|schema|plugin|package|in|of|check|field|alias) |@)?"
              + "(?<!\\p{L})'((?:[^']|'')*)'");

  private MysqlMask() {}

  static String values(String words) {
    Matcher near = NEAR.matcher(words);
    if (near.find()) {
      return words.substring(0, near.start()) + near(near);
    }
    String masked = ENTRY.matcher(words).replaceAll("$1'…'$2");
    masked = VALUE_FOR.matcher(masked).replaceAll("$1'…'$2");
    masked = VALUE.matcher(masked).replaceAll("$1'…'$2");
    masked = NUMBER.matcher(masked).replaceAll("$1…");
    masked = EXPRESSION.matcher(masked).replaceAll("$1'…'");
    return QUOTED
        .matcher(masked)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? "'…'" : m.group()));
  }

  /** The place of a syntax error is the script's own text: its first words, and no literals. */
  private static String near(Matcher near) {
    String text = near.group(2).split("['\"\\n]", 2)[0].strip();
    boolean whole = text.equals(near.group(2)) && text.length() <= NEAR_LENGTH;
    String shown = whole ? text : text.substring(0, Math.min(NEAR_LENGTH, text.length())) + "…";
    return near.group(1) + "'" + shown + "'" + near.group(3);
  }
}
