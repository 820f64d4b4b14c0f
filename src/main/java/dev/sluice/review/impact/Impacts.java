package dev.sluice.review.impact;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What actions take on one engine. */
@FunctionalInterface
public interface Impacts {
  /**
   * What the action takes on the catalog that it finds. Whether anybody can notice (a table that is
   * new is nobody else's yet) is not said here.
   */
  Impact of(Action action, Catalog before);

  /** What each action of the statement takes, in the statement's order. */
  default List<Impact> of(Statement statement, Catalog before) {
    List<Impact> impacts = new ArrayList<>();
    Catalog catalog = before;
    for (Action action : statement.actions()) {
      impacts.add(of(action, catalog));
      catalog = catalog.after(action);
    }
    return impacts;
  }

  /** With a tool that copies the table beside it, others wait only while the two are swapped. */
  static Impacts of(Dialect dialect, Optional<BulkDirective> bulk) {
    Impacts usual = of(dialect);
    return bulk.filter(b -> b.kind() == BulkDirective.Kind.ONLINE).isPresent()
        ? (action, before) -> usual.of(action, before).swapped()
        : usual;
  }

  static Impacts of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresImpacts();
      case SQLITE -> new SqliteImpacts();
      case MYSQL, MARIADB -> new MysqlImpacts();
    };
  }
}
