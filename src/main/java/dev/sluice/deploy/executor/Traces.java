package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the schema whether a statement that ran outside a transaction has had its effect, for
 * when nobody was left to see it end.
 */
interface Traces {
  /** What to remember before the statement starts; empty when its effect cannot be seen. */
  Optional<String> before(Connection connection, Step step) throws SQLException;

  /**
   * What the schema shows now.
   *
   * @param before what {@link #before} returned then
   */
  Trace find(Connection connection, Step step, Optional<String> before) throws SQLException;

  /** Why a statement that the server took has no effect of use all the same. */
  Optional<String> flaw(Connection connection, Step step) throws SQLException;

  /** Takes away what a failed statement left behind, see {@link Trace.Kind#LEFTOVER}. */
  Ran clear(Connection connection, Trace leftover) throws SQLException;

  /**
   * What was found.
   *
   * @param objects the names of what is left over, ready for SQL
   */
  record Trace(Kind kind, List<String> objects) {
    public Trace {
      objects = List.copyOf(objects);
    }

    /** How much of the statement there is. */
    enum Kind {
      /** It had its effect. */
      DONE,
      /** It had none, or running it again is harmless. */
      NOT_RUN,
      /** It broke off and left something useless. */
      LEFTOVER,
      /** The schema does not tell. */
      UNDECIDABLE
    }

    static Trace of(Kind kind) {
      return new Trace(kind, List.of());
    }
  }
}
