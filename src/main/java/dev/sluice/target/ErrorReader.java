package dev.sluice.target;

import java.sql.SQLException;

/** Understands an engine's errors. */
interface ErrorReader {
  ErrorClass classify(SQLException error);

  /** The error with row values masked. */
  ServerError explain(SQLException error);
}
