package dev.sluice.sql.judge;

import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;

/** Turns an offset within a statement's text into a position in its file. */
public final class Positions {
  private Positions() {}

  public static Position of(Statement statement, int offset) {
    String before = statement.text().substring(0, Math.min(offset, statement.text().length()));
    int lineFeeds = (int) before.chars().filter(c -> c == '\n').count();
    int inLine = before.length() - before.lastIndexOf('\n') - 1;
    Position start = statement.place().start();
    return lineFeeds == 0
        ? new Position(start.line(), start.column() + before.length())
        : new Position(start.line() + lineFeeds, inLine + 1);
  }
}
