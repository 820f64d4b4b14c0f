package dev.sluice.bulk;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;

/**
 * An ALTER TABLE as online schema change tools want it: the table's name and what is to be done to
 * it.
 *
 * @param database where the statement names one, as its author spells it
 * @param table as its author spells it
 * @param clauses all behind the name, without comments
 */
public record OnlineAlter(Optional<String> database, String table, String clauses) {

  /** Either of the two is there; the objection is a sentence. */
  public record Reading(Optional<OnlineAlter> alter, Optional<String> objection) {
    private static Reading not(String why) {
      return new Reading(Optional.empty(), Optional.of(why));
    }
  }

  public static Reading of(BulkDirective directive, Statement statement, Dialect dialect) {
    if (dialect != Dialect.MYSQL && dialect != Dialect.MARIADB) {
      return Reading.not("Online schema change tools are for MySQL and MariaDB.");
    }
    if (!directive.rest().isBlank()) {
      return Reading.not("online takes no options: the command is set in Sluice's configuration.");
    }
    Stretch all = Stretch.of(statement);
    if (!all.at(0, "ALTER", "TABLE") || all.size() < 4 || !all.get(2).isName()) {
      return Reading.not("Only an ALTER TABLE can be done online.");
    }
    if (statement.isTemplate()
        || statement.actions().stream().anyMatch(Action.Unrecognised.class::isInstance)
        || all.tokens().stream().anyMatch(t -> t.text().startsWith("/*"))) {
      return Reading.not("Sluice does not understand the statement well enough for a tool.");
    }
    if (statement.actions().stream().anyMatch(Action.RenameTable.class::isInstance)) {
      return Reading.not("A tool swaps tables by name and cannot rename one meanwhile.");
    }
    return all.contains("UNIQUE") || all.contains("PRIMARY", "KEY")
        ? Reading.not(
            "A tool copies with INSERT IGNORE: rows that break a new unique key would be lost"
                + " without a word.")
        : read(all);
  }

  private static Reading read(Stretch all) {
    boolean qualified = all.at(3, ".") && all.size() > 5 && all.get(4).isName();
    Optional<String> database = qualified ? Optional.of(all.get(2).unquoted()) : Optional.empty();
    String clauses = all.from(qualified ? 5 : 3).text();
    String table = all.get(qualified ? 4 : 2).unquoted();
    return new Reading(Optional.of(new OnlineAlter(database, table, clauses)), Optional.empty());
  }

  /** The table as the catalog knows it. */
  public ObjectName name(Dialect dialect) {
    String folded = dialect.fold(table, true);
    return database
        .map(d -> ObjectName.of(dialect.fold(d, true), folded))
        .orElseGet(() -> ObjectName.of(folded));
  }
}
