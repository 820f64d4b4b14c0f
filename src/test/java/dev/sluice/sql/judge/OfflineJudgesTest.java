package dev.sluice.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfflineJudgesTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyDialectHasAJudgeThatKeepsQuietAboutTemplates(Dialect dialect) {
    var statement = new SqlReader().read("SELECT {{ x }}", dialect).statements().get(0);
    assertThat(OfflineJudges.of(dialect).judge(statement)).isInstanceOf(SyntaxJudge.Unknown.class);
  }
}
