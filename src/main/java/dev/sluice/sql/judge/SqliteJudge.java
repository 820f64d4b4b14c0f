package dev.sluice.sql.judge;

import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.Token;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite judges its own syntax: an empty database in memory prepares the statement and never runs
 * it. See docs/adr/0003-sqlite-judges-its-own-syntax.md.
 */
public final class SqliteJudge implements SyntaxJudge {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "near \"(?s:.*)\": syntax error|incomplete input|unrecognized token: \"(?s:.*)\"");

  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(.+?)\\)?");

  /** How many tables that SQLite wants to see before it reads on we make up. */
  private static final int STUBS = 3;

  @Override
  public Verdict judge(Statement statement) {
    if (statement.isTemplate()) {
      return new Unknown("it contains a template");
    }
    if (statement.tokens().get(0).is("PRAGMA")) {
      return pragma(statement.tokens());
    }
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Optional<String> complaint = complaint(memory, statement.text());
      return complaint.isEmpty()
          ? new Valid()
          : new Invalid(position(memory, statement), complaint.get());
    } catch (SQLException e) {
      return new Unknown("SQLite cannot be asked: " + e.getMessage());
    }
  }

  /** SQLite runs some pragmas while it prepares them, so these are judged by their form. */
  private static Verdict pragma(List<Token> tokens) {
    int at = tokens.size() > 3 && tokens.get(2).is(".") ? 3 : 1;
    boolean bare = tokens.size() == at + 1;
    boolean set = tokens.size() > at + 2 && tokens.get(at + 1).is("=");
    boolean called =
        tokens.size() > at + 3
            && tokens.get(at + 1).is("(")
            && tokens.get(tokens.size() - 1).is(")");
    return bare || set || called ? new Valid() : new Unknown("a pragma of unknown form");
  }

  /** The complaint about the syntax of {@code sql}, if there is one. */
  private static Optional<String> complaint(Connection memory, String sql) throws SQLException {
    for (int i = 0; i <= STUBS; i++) {
      Optional<String> error = error(memory, sql);
      if (error.isEmpty()) {
        return error;
      }
      Matcher syntax = SYNTAX.matcher(error.get());
      if (syntax.find()) {
        return Optional.of(syntax.group());
      }
      if (!madeUp(memory, error.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> error(Connection memory, String sql) throws SQLException {
    try (PreparedStatement prepared = memory.prepareStatement(sql)) {
      return prepared.isClosed() ? Optional.of("closed") : Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** ALTER TABLE and CREATE TRIGGER look for their table before they read on: give them one. */
  private static boolean madeUp(Connection memory, String error) throws SQLException {
    Matcher missing = NO_TABLE.matcher(error);
    if (!missing.find()) {
      return false;
    }
    String name = error.substring(missing.start(1)).replaceFirst("\\)$", "");
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    try (var create = memory.createStatement()) {
      create.execute("CREATE TABLE IF NOT EXISTS main." + quoted + " (made_up)");
      return true;
    }
  }

  /**
   * The first token with which SQLite gives up: all texts that end before it are only incomplete.
   */
  private static Position position(Connection memory, Statement statement) throws SQLException {
    List<Token> tokens = statement.tokens();
    int good = 0;
    int bad = tokens.size() + 1;
    while (bad - good > 1) {
      int middle = (good + bad) >>> 1;
      if (refuses(memory, statement, middle)) {
        bad = middle;
      } else {
        good = middle;
      }
    }
    return bad > tokens.size() ? statement.place().end() : tokens.get(bad - 1).place().start();
  }

  private static boolean refuses(Connection memory, Statement statement, int tokens)
      throws SQLException {
    int end = statement.tokens().get(tokens - 1).place().endOffset() - statement.place().offset();
    return complaint(memory, statement.text().substring(0, end))
        .filter(message -> !message.equals("incomplete input"))
        .isPresent();
  }
}
