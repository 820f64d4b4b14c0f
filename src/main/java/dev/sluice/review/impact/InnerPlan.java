package dev.sluice.review.impact;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.InnerCode;
import java.util.List;

/** What a DO block runs now. A loop may run it more than once; that nobody knows. */
final class InnerPlan {
  private InnerPlan() {}

  /** The statements within a DO block if all of them are understood; else the statement itself. */
  static List<Statement> parts(Statement statement, Dialect dialect) {
    boolean block = dialect == Dialect.POSTGRESQL && statement.tokens().get(0).is("DO");
    if (!block) {
      return List.of(statement);
    }
    InnerCode code = InnerCode.of(statement, dialect);
    boolean understood =
        code.readable()
            && code.dynamic().isEmpty()
            && !code.statements().isEmpty()
            && code.statements().stream().allMatch(InnerPlan::isUnderstood);
    return understood ? code.statements() : List.of(statement);
  }

  private static boolean isUnderstood(Statement inner) {
    return inner.fullyUnderstood()
        && inner.actions().stream().allMatch(a -> HiddenCode.in(a).isEmpty());
  }
}
