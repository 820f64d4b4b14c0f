package dev.sluice.target;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL's SQLSTATEs (manual, appendix A) and what pgjdbc adds. */
final class PostgresqlErrors implements ErrorReader {
  private static final Set<String> LOCK = Set.of("55P03", "40P01", "40001");

  /** 28xxx: the password or the account is wrong, which no statement is to blame for. */
  private static final Set<String> NO_CONNECTION =
      Set.of("08001", "08004", "57P03", "53300", "28000", "28P01", "3D000");

  private static final Set<String> LOST =
      Set.of("57P01", "57P02", "57P05", "25P03", "08000", "08003", "08006", "08007", "08P01");

  @Override
  public ErrorClass classify(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    if (LOCK.contains(state)) {
      return ErrorClass.RETRYABLE_LOCK;
    }
    if (NO_CONNECTION.contains(state)) {
      return ErrorClass.NOT_REACHABLE;
    }
    if (LOST.contains(state)) {
      return ErrorClass.LOST;
    }
    return state.equals("57014") ? ErrorClass.TIMEOUT_OR_CANCEL : ErrorClass.FAILED;
  }

  @Override
  public ServerError explain(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    ServerErrorMessage said = said(error);
    if (said == null) {
      String message = Mask.values(String.valueOf(error.getMessage()));
      return new ServerError(
          state, message, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
    String detail = said.getDetail() == null ? "" : " (" + said.getDetail() + ")";
    return new ServerError(
        state,
        Mask.values(said.getMessage() + detail),
        said.getPosition() > 0 ? OptionalInt.of(said.getPosition() - 1) : OptionalInt.empty(),
        Optional.ofNullable(said.getHint()).map(Mask::values),
        Stream.of(
                Optional.ofNullable(said.getConstraint()),
                Optional.ofNullable(said.getColumn()),
                Optional.ofNullable(said.getTable()))
            .flatMap(Optional::stream)
            .findFirst());
  }

  static @Nullable ServerErrorMessage said(SQLException error) {
    return error instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
  }
}
