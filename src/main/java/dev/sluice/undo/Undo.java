package dev.sluice.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;

/** How a change is taken back: the schema before it, and its statements, tell. Pure. */
public final class Undo {
  private final SqlReader reader;

  public Undo(SqlReader reader) {
    this.reader = reader;
  }

  /**
   * A statement and what takes it back.
   *
   * @param inverse to be run when everything behind the statement has been taken back already
   */
  public record Step(Statement statement, Inverse inverse) {}

  /**
   * @param before the schema before the first of the statements
   * @param statements in the order in which they run or ran, over all scripts
   * @return in the same order
   */
  public List<Step> of(Dialect dialect, Snapshot before, List<Statement> statements) {
    List<Step> steps = new ArrayList<>();
    if (statements.isEmpty()) {
      return steps;
    }
    Inverses inverses = Inverses.of(new SchemaBefore(dialect, before), reader, statements.get(0));
    for (Statement statement : statements) {
      steps.add(new Step(statement, inverses.of(statement)));
    }
    return steps;
  }
}
