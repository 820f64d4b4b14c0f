package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.TargetName;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server is the judge of the catalog: each statement of the corpus runs on a real database.
 * What it refuses must be a conflict, what it accepts must be none, and afterwards the catalog read
 * from it must equal the catalog that the actions made.
 */
final class RoundTripTest {
  private static final Path CORPUS = Path.of("test-fixtures/catalog");

  @ParameterizedTest
  @MethodSource("postgresql")
  void postgresqlAgreesWithEachStatement(String script) throws SQLException {
    agrees(script, Dialect.POSTGRESQL, EmbeddedDatabases.postgres());
  }

  @ParameterizedTest
  @MethodSource("sqlite")
  void sqliteAgreesWithEachStatement(String script, @TempDir Path directory) throws SQLException {
    agrees(script, Dialect.SQLITE, EmbeddedDatabases.sqlite(directory));
  }

  static Stream<String> postgresql() {
    return scripts(Dialect.POSTGRESQL);
  }

  static Stream<String> sqlite() {
    return scripts(Dialect.SQLITE);
  }

  private static Stream<String> scripts(Dialect dialect) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(dialect.id()))) {
      List<String> names = files.map(p -> CORPUS.relativize(p).toString()).sorted().toList();
      assertThat(names).isNotEmpty();
      return names.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void agrees(String script, Dialect dialect, TestDatabase database)
      throws SQLException {
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("orders", "test"), dialect, database.settings());
    try (Connection deploy = target.openForDeploy("test")) {
      Catalog catalog = target.readCatalog(deploy);
      List<String> failures = new ArrayList<>();
      for (Statement statement : read(script, dialect).statements()) {
        catalog = step(target, deploy, catalog, statement, failures);
      }
      assertThat(failures).isEmpty();
    }
  }

  private static ParsedScript read(String script, Dialect dialect) {
    try {
      ParsedScript parsed = new SqlReader().read(Files.readString(CORPUS.resolve(script)), dialect);
      assertThat(parsed.statements()).isNotEmpty();
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Catalog step(
      TargetDatabase target,
      Connection deploy,
      Catalog before,
      Statement statement,
      List<String> failures)
      throws SQLException {
    Catalog after = before;
    List<Conflict> conflicts = new ArrayList<>();
    for (Action action : statement.actions()) {
      conflicts.addAll(after.conflicts(action));
      after = after.after(action);
    }
    String refusal = refusal(deploy, statement);
    Catalog real = target.readCatalog(deploy);
    String where = statement.place().start() + " " + statement.text() + "\n";
    if (refusal.isEmpty() != conflicts.isEmpty()) {
      failures.add(where + "server: <" + refusal + "> catalog: " + conflicts);
    }
    if (!refusal.isEmpty()) {
      return before;
    }
    String difference =
        SnapshotDiff.between(snapshot(CatalogText.of(real)), snapshot(CatalogText.of(after)));
    if (!difference.isEmpty()) {
      failures.add(where + difference);
    }
    return difference.isEmpty() ? after : real;
  }

  private static Snapshot snapshot(String text) {
    return new Snapshot(text, "", 1, "");
  }

  private static String refusal(Connection deploy, Statement statement) {
    try (var run = deploy.createStatement()) {
      run.setEscapeProcessing(false);
      run.execute(statement.text());
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
