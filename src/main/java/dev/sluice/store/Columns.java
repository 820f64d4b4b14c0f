package dev.sluice.store;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Portable columns: an instant is BIGINT epoch millis, a boolean is INT 0 or 1. */
public final class Columns {

  private Columns() {}

  static Jdbi jdbi(DataSource source) {
    return Jdbi.create(source)
        .registerArgument(new InstantArgument())
        .registerArgument(new BooleanArgument())
        .registerColumnMapper(
            Instant.class,
            (row, column, context) -> {
              long millis = row.getLong(column);
              return row.wasNull() ? null : Instant.ofEpochMilli(millis);
            });
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  public static @Nullable Instant nullableInstant(ResultSet row, String column)
      throws SQLException {
    Long millis = nullableLong(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  public static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
    }
  }

  /** Of {@code boolean} and {@code Boolean}, which Jdbi tells apart. */
  private static final class BooleanArgument implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
      return type == boolean.class || type == Boolean.class
          ? Optional.of(BooleanArgument::number)
          : Optional.empty();
    }

    private static Argument number(Object value) {
      int number = Boolean.TRUE.equals(value) ? 1 : 0;
      return (position, statement, context) -> statement.setInt(position, number);
    }
  }
}
