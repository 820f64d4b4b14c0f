package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A statement's first line, short, without the text of its literals. */
public final class FirstLine {
  private static final int LONGEST = 120;

  private FirstLine() {}

  public static String of(Statement statement) {
    StringBuilder text = new StringBuilder(statement.text());
    List<Token> strings =
        new ArrayList<>(
            statement.tokens().stream().filter(t -> t.kind() == Token.Kind.STRING).toList());
    Collections.reverse(strings);
    for (Token string : strings) {
      int from = string.place().offset() - statement.place().offset();
      text.replace(from, from + string.place().length(), "'…'");
    }
    String line = text.toString().lines().findFirst().orElse("").strip();
    boolean more = line.length() < text.toString().strip().length();
    return line.length() > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST))) + " …"
        : line + (more ? " …" : "");
  }
}
