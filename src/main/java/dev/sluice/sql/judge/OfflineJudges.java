package dev.sluice.sql.judge;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import java.util.Map;

/** The offline judge of each dialect. All are safe for use by several threads. */
public final class OfflineJudges {
  private static final Map<Dialect, SyntaxJudge> JUDGES =
      Map.of(
          Dialect.POSTGRESQL,
          new PostgresGrammarJudge(),
          Dialect.SQLITE,
          new SqliteJudge(),
          Dialect.MYSQL,
          new MysqlGrammarJudge(Dialect.MYSQL),
          Dialect.MARIADB,
          new MysqlGrammarJudge(Dialect.MARIADB));

  private OfflineJudges() {}

  public static SyntaxJudge of(Dialect dialect) {
    SyntaxJudge judge = JUDGES.get(dialect);
    if (judge == null) {
      throw new IllegalArgumentException("no judge for " + dialect);
    }
    return judge;
  }
}
