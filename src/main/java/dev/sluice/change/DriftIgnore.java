package dev.sluice.change;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A part of a schema whose differences do not count.
 *
 * @param kind of object in lower case, or {@code *}
 * @param name what the whole name must match
 */
public record DriftIgnore(String kind, Pattern name) {
  private static final Pattern FORM = Pattern.compile("(\\*|[a-z][a-z ]*):(.+)");

  /** Reads {@code table:.*_gh[oc]}; throws IllegalArgumentException for anything else. */
  public static DriftIgnore parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is written kind:pattern, like table:.*_old or grant:.*");
    }
    try {
      return new DriftIgnore(matcher.group(1), Pattern.compile(matcher.group(2)));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
    }
  }

  /** Whether this object is meant. */
  public boolean matches(String itsKind, String itsName) {
    boolean meant = kind.equals("*") || kind.equals(itsKind.toLowerCase(Locale.ROOT));
    return meant && name.matcher(itsName).matches();
  }

  @Override
  public String toString() {
    return kind + ":" + name;
  }
}
