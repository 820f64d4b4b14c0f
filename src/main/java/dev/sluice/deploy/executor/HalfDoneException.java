package dev.sluice.deploy.executor;

import java.sql.SQLException;

/** The server refused a statement of which a part is committed all the same. */
final class HalfDoneException extends SQLException {
  private static final long serialVersionUID = 1L;

  HalfDoneException(SQLException refusal) {
    super(refusal.getMessage(), refusal.getSQLState(), refusal.getErrorCode(), refusal);
  }
}
