package dev.sluice.sql.reader;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Tree;
import dev.sluice.sql.action.Actions;
import dev.sluice.sql.split.Split;
import dev.sluice.sql.split.Split.Piece;
import dev.sluice.sql.split.Splitter;
import java.util.List;

/**
 * Takes scripts apart: splits, tokenises, parses and names the actions. Safe for use by several
 * threads; {@link #read} never throws, whatever the text.
 */
public final class SqlReader {
  /** A parsed script takes some thirty times the memory of its text. */
  private static final int REMEMBERED = 500_000;

  private final RecentScripts recent;

  private SqlReader(int remembered) {
    recent = new RecentScripts(remembered);
  }

  /** Reads everything anew. */
  public SqlReader() {
    this(0);
  }

  /**
   * Remembers what it read last: a script is looked at with every event of its merge request, again
   * when it is merged, and once more when it runs.
   */
  public static SqlReader remembering() {
    return new SqlReader(REMEMBERED);
  }

  public ParsedScript read(String text, Dialect dialect) {
    return recent.find(text, dialect).orElseGet(() -> readAnew(text, dialect));
  }

  private ParsedScript readAnew(String text, Dialect dialect) {
    ParsedScript script = parse(text, dialect);
    recent.keep(script);
    return script;
  }

  private static ParsedScript parse(String text, Dialect dialect) {
    Split split = Splitter.split(text, dialect);
    List<Statement> statements =
        split.pieces().stream().map(piece -> statement(piece, dialect)).toList();
    return new ParsedScript(dialect, text, statements, split.problems(), split.directives());
  }

  private static Statement statement(Piece piece, Dialect dialect) {
    List<Action> actions = Actions.of(piece.text(), piece.tokens(), dialect);
    Tree tree = Trees.of(piece.text(), dialect);
    return new Statement(
        piece.number(), piece.text(), piece.place(), piece.tokens(), tree, actions, piece.data());
  }
}
