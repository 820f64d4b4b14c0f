package dev.sluice.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.action.Actions;
import dev.sluice.sql.split.Split.Piece;
import dev.sluice.sql.split.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlReaderTest {
  private final SqlReader reader = new SqlReader();

  @Test
  void scriptBecomesNumberedStatementsWithTreesAndActions() {
    ParsedScript script = reader.read("DROP TABLE a;\nSELECT * FROM b;", Dialect.POSTGRESQL);
    assertThat(script.statements()).extracting(Statement::number).containsExactly(1, 2);
    assertThat(script.statements())
        .allMatch(statement -> statement.tree().root().isPresent())
        .allMatch(Statement::fullyUnderstood);
    assertThat(script.statements().get(1).actions()).hasOnlyElementsOfType(Action.Select.class);
  }

  @Test
  void noTreeIsNoVerdict() {
    Statement statement = reader.read("VACUUM FULL t", Dialect.POSTGRESQL).statements().get(0);
    assertThat(statement.tree().root()).isEmpty();
    assertThat(statement.fullyUnderstood()).isTrue();
    assertThat(statement.transactional()).isFalse();
  }

  @Test
  void templatesAreSeen() {
    List<Statement> statements =
        reader
            .read("SELECT '${a}'; SELECT ${a}; SELECT {{ b }}; SELECT $1", Dialect.POSTGRESQL)
            .statements();
    assertThat(statements)
        .extracting(Statement::isTemplate)
        .containsExactly(false, true, true, false);
  }

  @Test
  void emptyScriptsHaveNoStatements() {
    for (String text : List.of("", "\uFEFF", "\n", ";", "-- x", "/*")) {
      assertThat(reader.read(text, Dialect.SQLITE).statements()).as(text).isEmpty();
    }
  }

  @Test
  void deepNestingIsSurvived() {
    String sql = "SELECT " + "(".repeat(3000) + "1" + ")".repeat(3000);
    assertThat(reader.read(sql, Dialect.POSTGRESQL).statements()).hasSize(1);
  }

  /** Every beginning of every corpus, as an author's unfinished script would be. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void unfinishedScriptsNeverThrow(Dialect dialect) throws IOException {
    for (String folder : List.of("postgresql", "sqlite")) {
      String text = Files.readString(Path.of("test-fixtures/sql", folder, "valid.sql"));
      IntStream.iterate(0, at -> at < text.length(), at -> at + 97)
          .mapToObj(at -> text.substring(at / 3, at))
          .flatMap(part -> Splitter.split(part, dialect).pieces().stream())
          .forEach(piece -> assertThat(actions(piece, dialect)).isNotEmpty());
    }
  }

  private static List<Action> actions(Piece piece, Dialect dialect) {
    return Actions.of(piece.text(), piece.tokens(), dialect);
  }
}
