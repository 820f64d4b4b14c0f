package dev.sluice.sql.judge;

import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** The only user of pgCodeKeeper's PostgreSQL grammar. */
final class PostgresGrammar {
  private static final AntlrGrammar GRAMMAR =
      new AntlrGrammar(SQLLexer::new, PostgresGrammar::statement);

  static {
    // The first parse loads the grammar, which takes a second that no statement is to blame for.
    parse("SELECT 1", Long.MAX_VALUE);
  }

  private PostgresGrammar() {}

  /** See {@link AntlrGrammar#parse}. */
  static Optional<Refusal> parse(String sql, long limitNanos) {
    return GRAMMAR.parse(sql, limitNanos);
  }

  private static void statement(CommonTokenStream tokens) {
    AntlrGrammar.bare(new SQLParser(tokens)).sql();
  }
}
