package dev.sluice.sql.reader;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Tree;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;

/**
 * JSqlParser's trees. It parses on threads of its own, with deep stacks, and gives up after {@link
 * #LIMIT_MILLIS}; whatever goes wrong there is only a missing tree.
 */
final class Trees {
  private static final long LIMIT_MILLIS = 5_000;
  private static final int STACK_BYTES = 8 << 20;

  /** Beyond this a statement is data, and its tree costs more than it tells. */
  private static final int LONGEST = 500_000;

  private static final ExecutorService PARSERS = Executors.newCachedThreadPool(Trees::thread);

  private Trees() {}

  static Tree of(String sql, Dialect dialect) {
    return sql.length() > LONGEST ? Tree.NONE : new Tree(() -> parse(sql, dialect));
  }

  private static Optional<Statement> parse(String sql, Dialect dialect) {
    try {
      Statement root = CCJSqlParserUtil.parseStatement(parser(sql, dialect), PARSERS);
      return Optional.ofNullable(root).filter(r -> !(r instanceof UnsupportedStatement));
    } catch (JSQLParserException | RuntimeException | StackOverflowError e) {
      // its refusal, or its giving up, says nothing about the statement
      return Optional.empty();
    }
  }

  private static CCJSqlParser parser(String sql, Dialect dialect) {
    return CCJSqlParserUtil.newParser(sql)
        .withDialect(parserDialect(dialect))
        .withSquareBracketQuotation(dialect == Dialect.SQLITE)
        .withTimeOut(LIMIT_MILLIS);
  }

  private static AbstractJSqlParser.Dialect parserDialect(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> AbstractJSqlParser.Dialect.POSTGRESQL;
      case MYSQL -> AbstractJSqlParser.Dialect.MYSQL;
      case MARIADB -> AbstractJSqlParser.Dialect.MARIADB;
      case SQLITE -> AbstractJSqlParser.Dialect.ANSI_SQL;
    };
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "jsqlparser", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
