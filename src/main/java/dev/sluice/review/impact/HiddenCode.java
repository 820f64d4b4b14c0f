package dev.sluice.review.impact;

import dev.sluice.sql.Action;
import java.util.Map;
import java.util.Optional;

/** Statements that run code which a review does not look into. */
public final class HiddenCode {
  private static final Map<String, String> REASONS =
      Map.of(
          "DO", "the code of a DO block is not looked into",
          "CALL", "the code of the procedure is not looked into",
          "EXECUTE", "the prepared statement is not looked into");

  /** For SQL that a program puts together. */
  public static final String DYNAMIC = "the SQL is put together at run time";

  private HiddenCode() {}

  /** Why the action cannot be reviewed, if it is such a one. */
  public static Optional<String> in(Action action) {
    return action instanceof Action.OtherDdl ddl
        ? Optional.ofNullable(REASONS.get(ddl.verb()))
        : Optional.empty();
  }
}
