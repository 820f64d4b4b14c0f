package dev.sluice.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteJudgeTest {
  private static final SyntaxJudge JUDGE = new SqliteJudge();

  @Test
  void everyStatementOfTheCorpusRunsOnSqliteAndIsValid() throws IOException, SQLException {
    ParsedScript script = read("valid.sql");
    assertThat(script.problems()).isEmpty();
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        var run = memory.createStatement()) {
      for (Statement statement : script.statements()) {
        run.execute(statement.text());
        assertThat(JUDGE.judge(statement))
            .as(statement.text())
            .isInstanceOf(SyntaxJudge.Valid.class);
        assertThat(statement.fullyUnderstood()).as(statement.text()).isTrue();
      }
    }
  }

  static Stream<Arguments> broken() throws IOException {
    ParsedScript script = read("broken.sql");
    return script.statements().stream()
        .map(statement -> Arguments.of(statement, marked(script.text(), statement)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void mistakesAreFoundAtTheirToken(Statement statement, String token) {
    assertThat(JUDGE.judge(statement)).isInstanceOf(SyntaxJudge.Invalid.class);
    SyntaxJudge.Invalid verdict = (SyntaxJudge.Invalid) JUDGE.judge(statement);
    Position place = verdict.position();
    if (token.equals("end")) {
      assertThat(place).isEqualTo(statement.place().end());
      assertThat(verdict.message()).isEqualTo("incomplete input");
    } else {
      assertThat(statement.tokens())
          .filteredOn(t -> t.place().start().equals(place))
          .extracting(t -> t.text())
          .containsExactly(token);
      assertThat(verdict.message()).contains("\"" + token + "\"");
    }
  }

  @Test
  void secondOfTwoEqualTokensIsTheMistake() {
    SyntaxJudge.Verdict verdict = judge("SELECT a,\n b,\n , c FROM t");
    assertThat(verdict)
        .isEqualTo(new SyntaxJudge.Invalid(new Position(3, 2), "near \",\": syntax error"));
  }

  @Test
  void missingTablesAreNoSyntaxErrors() {
    assertThat(judge("SELECT a FROM missing")).isInstanceOf(SyntaxJudge.Valid.class);
    assertThat(judge("CREATE INDEX i ON missing (a)")).isInstanceOf(SyntaxJudge.Valid.class);
    assertThat(judge("SELECT no_such_function(1)")).isInstanceOf(SyntaxJudge.Valid.class);
  }

  @Test
  void pragmasAreNotPrepared() {
    assertThat(judge("PRAGMA soft_heap_limit = 1")).isInstanceOf(SyntaxJudge.Valid.class);
    assertThat(judge("PRAGMA a b")).isInstanceOf(SyntaxJudge.Unknown.class);
  }

  @Test
  void templatesCannotBeJudged() {
    assertThat(judge("SELECT ${column}")).isInstanceOf(SyntaxJudge.Unknown.class);
  }

  private static SyntaxJudge.Verdict judge(String sql) {
    return JUDGE.judge(new SqlReader().read(sql, Dialect.SQLITE).statements().get(0));
  }

  /** The token in the comment behind the statement. */
  private static String marked(String script, Statement statement) {
    int from = script.indexOf("-- ", statement.place().endOffset()) + 3;
    return script.substring(from, script.indexOf('\n', from)).strip();
  }

  private static ParsedScript read(String file) throws IOException {
    String text = Files.readString(Path.of("test-fixtures/sql/sqlite", file));
    return new SqlReader().read(text, Dialect.SQLITE);
  }
}
