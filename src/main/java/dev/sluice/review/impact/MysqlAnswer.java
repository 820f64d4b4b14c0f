package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The least that a server does for a statement that changes a table.
 *
 * @param algorithm the cheapest word that it takes behind {@code ALGORITHM=}
 * @param online whether writers go on meanwhile
 */
public record MysqlAnswer(String algorithm, boolean online) {
  private static final List<String> CHEAPEST_FIRST =
      List.of("INSTANT", "NOCOPY", "INPLACE", "COPY");

  /** Empty for statements that change no table. */
  public static Optional<MysqlAnswer> of(Statement statement, Catalog catalog) {
    boolean mariadb = catalog.dialect() == Dialect.MARIADB;
    return MysqlImpacts.best(statement, catalog)
        .map(a -> new MysqlAnswer(word(a, mariadb), a.blocks() != Blocks.WRITES));
  }

  private static String word(MysqlAlgorithm algorithm, boolean mariadb) {
    boolean unknownToMysql = algorithm.word().equals("NOCOPY") && !mariadb;
    return unknownToMysql ? "INPLACE" : algorithm.word();
  }

  /** Whether it refuses a statement that asks for this algorithm. */
  public boolean refuses(String asked) {
    int index = CHEAPEST_FIRST.indexOf(asked);
    return index >= 0 && index < CHEAPEST_FIRST.indexOf(algorithm);
  }
}
