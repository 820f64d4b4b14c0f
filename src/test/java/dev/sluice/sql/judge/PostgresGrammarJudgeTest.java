package dev.sluice.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The judge against a real server that parses each statement and runs none. */
class PostgresGrammarJudgeTest {
  private static final SyntaxJudge JUDGE = new PostgresGrammarJudge();

  /** What nobody can review; everything else in the corpus must be understood. */
  private static final Set<String> OPAQUE = Set.of("PREPARE", "EXECUTE", "DECLARE", "FETCH");

  @Test
  void judgeAndSplitterAgreeWithTheServer() throws IOException, SQLException {
    ParsedScript valid = read("valid.sql");
    ParsedScript broken = read("broken.sql");
    assertThat(valid.problems()).isEmpty();
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      for (Statement statement : valid.statements()) {
        assertThat(refusal(connection, statement)).as(statement.text()).isEmpty();
        assertThat(JUDGE.judge(statement))
            .as(statement.text())
            .isNotInstanceOf(SyntaxJudge.Invalid.class);
      }
      List<String> disagreements = new ArrayList<>();
      for (Statement statement : broken.statements()) {
        Optional<Position> server42601 = refusal(connection, statement);
        assertThat(server42601).as(statement.text()).isPresent();
        Optional<Position> ours = position(JUDGE.judge(statement));
        if (!ours.equals(server42601)) {
          disagreements.add(statement.text() + ": " + ours + ", not " + server42601);
        }
      }
      assertThat(disagreements).isEmpty();
    }
  }

  @Test
  void fewValidStatementsAreUnknown() throws IOException {
    List<Statement> statements = read("valid.sql").statements();
    long unknown =
        statements.stream()
            .filter(statement -> JUDGE.judge(statement) instanceof SyntaxJudge.Unknown)
            .count();
    assertThat(unknown).isLessThan(statements.size() / 20);
  }

  @Test
  void everyStatementOfTheCorpusIsUnderstood() throws IOException {
    assertThat(read("valid.sql").statements())
        .filteredOn(statement -> !statement.fullyUnderstood())
        .extracting(statement -> statement.tokens().get(0).text())
        .allMatch(OPAQUE::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP FUNCTION a, b",
        "COMMENT ON FUNCTION f IS 'x'",
        "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON ROUTINES TO b",
        "ALTER FUNCTION f OWNER TO a",
        "SELECT max(n) FROM (SELECT 1 AS n UNION ALL SELECT 2) WHERE n > 0 GROUP BY n",
        "INSERT INTO t SELECT * FROM (VALUES (1), (2)), (SELECT 3)",
        "SELECT ${column} FROM t"
      })
  void whereTheGrammarIsKnownToBeWrongNothingIsSaid(String sql) {
    assertThat(judge(sql)).isInstanceOf(SyntaxJudge.Unknown.class);
  }

  @Test
  void giantsAreNotJudged() {
    assertThat(judge("SELECT '" + "x".repeat(200_001) + "'"))
        .isInstanceOf(SyntaxJudge.Unknown.class);
  }

  @Test
  void positionsAreThoseOfTheFile() {
    String script = "SELECT 1;\n  SELECT 'é😀' FROM t\n  WHERE x = = 1;";
    Statement second = new SqlReader().read(script, Dialect.POSTGRESQL).statements().get(1);
    assertThat(JUDGE.judge(second))
        .isEqualTo(new SyntaxJudge.Invalid(new Position(3, 13), "syntax error at or near \"=\""));
  }

  /** Where the server sees a syntax error, in the file; empty when it parses the statement. */
  private static Optional<Position> refusal(Connection connection, Statement statement) {
    String sql = statement.text().replace("?", "??");
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      prepared.getParameterMetaData();
      return Optional.empty();
    } catch (PSQLException e) {
      ServerErrorMessage error = e.getServerErrorMessage();
      boolean syntax = "42601".equals(e.getSQLState()) && error != null;
      return syntax ? Optional.of(position(statement, error.getPosition())) : Optional.empty();
    } catch (SQLException e) {
      throw new AssertionError(statement.text(), e);
    }
  }

  /**
   * @param characters PostgreSQL counts code points, from 1
   */
  private static Position position(Statement statement, int characters) {
    return Positions.of(statement, statement.text().offsetByCodePoints(0, characters - 1));
  }

  private static Optional<Position> position(SyntaxJudge.Verdict verdict) {
    return verdict instanceof SyntaxJudge.Invalid invalid
        ? Optional.of(invalid.position())
        : Optional.empty();
  }

  private static SyntaxJudge.Verdict judge(String sql) {
    return JUDGE.judge(new SqlReader().read(sql, Dialect.POSTGRESQL).statements().get(0));
  }

  private static ParsedScript read(String file) throws IOException {
    String text = Files.readString(Path.of("test-fixtures/sql/postgresql", file));
    return new SqlReader().read(text, Dialect.POSTGRESQL);
  }
}
