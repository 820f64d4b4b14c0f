package dev.sluice.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judges against real servers that parse each statement ({@code PREPARE}) and run none. */
class MysqlGrammarJudgeTest {
  /** ER_PARSE_ERROR and ER_SYNTAX_ERROR; all other errors come after the parser. */
  private static final Set<Integer> SYNTAX_ERRORS = Set.of(1064, 1149);

  private static final Pattern LINE = Pattern.compile("at line (\\d+)");

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void judgeAndSplitterAgreeWithTheServer(Dialect dialect) throws IOException, SQLException {
    ParsedScript valid = read(dialect, "valid.sql");
    assertThat(valid.problems()).isEmpty();
    try (Connection connection = connect(dialect)) {
      List<String> disagreements = new ArrayList<>();
      for (Statement statement : valid.statements()) {
        assertThat(refusal(connection, statement.text())).as(statement.text()).isEmpty();
        if (judge(statement, dialect) instanceof SyntaxJudge.Invalid invalid) {
          disagreements.add(statement.text() + ": " + invalid);
        }
      }
      for (Statement statement : read(dialect, "broken.sql").statements()) {
        Optional<Integer> line = refusal(connection, statement.text());
        assertThat(line).as(statement.text()).isPresent();
        Optional<Integer> ours = line(judge(statement, dialect), statement);
        if (!ours.equals(line)) {
          disagreements.add(statement.text() + ": " + ours + ", not " + line);
        }
      }
      assertThat(disagreements).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void wordsThatWeCallReservedAreRefusedByTheServer(Dialect dialect) throws SQLException {
    try (Connection connection = connect(dialect)) {
      for (String word : new TreeSet<>(ReservedNames.WORDS)) {
        boolean table = refusal(connection, "CREATE TABLE " + word + " (a int)").isPresent();
        boolean column = refusal(connection, "CREATE TABLE t (" + word + " int)").isPresent();
        assertThat(table || column).as(word).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void fewValidStatementsAreUnknown(Dialect dialect) throws IOException {
    List<Statement> statements = read(dialect, "valid.sql").statements();
    assertThat(statements)
        .filteredOn(statement -> judge(statement, dialect) instanceof SyntaxJudge.Unknown)
        .hasSizeLessThan(statements.size() / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH c AS (SELECT 1) SELECT * FROM c",
        "SELECT a FROM t FOR UPDATE SKIP LOCKED",
        "ALTER TABLE t ORDER BY a DESC",
        "CREATE TABLE t (a char(5) ASCII)",
        "SELECT ${column} FROM t"
      })
  void whereTheGrammarIsKnownToBeWrongNothingIsSaid(String sql) {
    assertThat(judge(sql, Dialect.MYSQL)).isInstanceOf(SyntaxJudge.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE TABLE t (rank int)", "CREATE TABLE t (`key` int, lag int)"})
  void wordsThatOnlyNewServersReserveAreNoErrors(String sql) {
    assertThat(judge(sql, Dialect.MYSQL)).isInstanceOf(SyntaxJudge.Unknown.class);
    assertThat(judge(sql, Dialect.MARIADB)).isInstanceOf(SyntaxJudge.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*!40101 SET NAMES utf8 */",
        "CREATE TABLE t (a int) /*!50100 PARTITION BY HASH (a) PARTITIONS 2 */",
        "CREATE TABLE t (always int, reuse int, status int, `key` int)",
        "CREATE PROCEDURE p() BEGIN SELECT 1; END;"
      })
  void whatServersTakeIsValid(String sql) {
    assertThat(judge(sql, Dialect.MYSQL)).isInstanceOf(SyntaxJudge.Valid.class);
    assertThat(judge(sql, Dialect.MARIADB)).isInstanceOf(SyntaxJudge.Valid.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void positionsAreThoseOfTheFile(Dialect dialect) {
    String script = "SELECT 1;\n  SELECT 'é😀' FROM t\n  GROUP t;";
    Statement second = new SqlReader().read(script, dialect).statements().get(1);
    assertThat(judge(second, dialect))
        .isEqualTo(new SyntaxJudge.Invalid(new Position(3, 9), "syntax error near 't'"));
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void deepNestingAndGiantsAreNotJudged(Dialect dialect) {
    String nested = "SELECT " + "(".repeat(40) + "1" + ")".repeat(40);
    assertThat(judge(nested, dialect)).isInstanceOf(SyntaxJudge.Unknown.class);
    assertThat(judge("SELECT '" + "x".repeat(200_001) + "'", dialect))
        .isInstanceOf(SyntaxJudge.Unknown.class);
  }

  private static Connection connect(Dialect dialect) throws SQLException {
    return dialect == Dialect.MYSQL
        ? EmbeddedDatabases.mysql().connect()
        : EmbeddedDatabases.mariadb().connect();
  }

  /** The line where the server sees a syntax error; empty when it parses the statement. */
  private static Optional<Integer> refusal(Connection connection, String sql) throws SQLException {
    try (PreparedStatement variable = connection.prepareStatement("SET @probe = ?")) {
      variable.setString(1, sql);
      variable.execute();
    }
    try (java.sql.Statement prepare = connection.createStatement()) {
      prepare.execute("PREPARE probe FROM @probe");
      return Optional.empty();
    } catch (SQLException e) {
      Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
      return SYNTAX_ERRORS.contains(e.getErrorCode())
          ? Optional.of(line.find() ? Integer.parseInt(line.group(1)) : 1)
          : Optional.empty();
    }
  }

  private static Optional<Integer> line(SyntaxJudge.Verdict verdict, Statement statement) {
    return verdict instanceof SyntaxJudge.Invalid invalid
        ? Optional.of(invalid.position().line() - statement.place().start().line() + 1)
        : Optional.empty();
  }

  private static SyntaxJudge.Verdict judge(Statement statement, Dialect dialect) {
    return OfflineJudges.of(dialect).judge(statement);
  }

  private static SyntaxJudge.Verdict judge(String sql, Dialect dialect) {
    return judge(new SqlReader().read(sql, dialect).statements().get(0), dialect);
  }

  /** What holds for both engines, then what holds for this one only. */
  private static ParsedScript read(Dialect dialect, String file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String folder : List.of("mysql-family", dialect.id())) {
      text.append(Files.readString(Path.of("test-fixtures/sql", folder, file)));
    }
    return new SqlReader().read(text.toString(), dialect);
  }
}
