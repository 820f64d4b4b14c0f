package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema as a script, run once in its order, makes the same schema in an empty database. */
final class SchemaScriptTest {
  @TempDir Path folder;

  private TargetDatabase empty(Dialect dialect) {
    var database = EmbeddedDatabases.of(dialect, folder);
    if (dialect == Dialect.MYSQL) {
      database.execute("set global log_bin_trust_function_creators = 1");
    }
    return TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    for (String statement : statements) {
      Rows.execute(connection, statement);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScriptMakesTheSchemaAnew(Dialect dialect) throws SQLException {
    TargetDatabase original = empty(dialect);
    TargetDatabase rebuilt = empty(dialect);
    try (Connection one = original.openForDeploy("test");
        Connection other = rebuilt.openForDeploy("test")) {
      run(one, ShadowTest.schema(dialect));
      if (dialect == Dialect.POSTGRESQL) {
        run(
            one,
            List.of(
                "create function start_number() returns integer language sql as 'select 5'",
                "create table a_first (n integer default start_number())",
                "comment on table a_first is 'It''s the first'",
                "comment on column a_first.n is 'A number;'"));
      }
      SchemaScript script = original.script(one);
      assertThat(script.missing()).isEmpty();
      run(
          other,
          new SqlReader()
              .read(script.text(), dialect).statements().stream().map(s -> s.text()).toList());
      assertThat(ungranted(rebuilt.snapshot(other))).isEqualTo(ungranted(original.snapshot(one)));
      assertThat(rebuilt.script(other)).isEqualTo(script);
    }
  }

  private static String ungranted(Snapshot snapshot) {
    return String.join(
        "\n", snapshot.text().lines().filter(l -> !l.startsWith("  grant ")).toList());
  }
}
