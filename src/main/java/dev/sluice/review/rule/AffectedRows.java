package dev.sluice.review.rule;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Probe;
import dev.sluice.review.impact.TableSize;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.ChangedRows;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.ReadOnlyText;
import java.util.List;
import java.util.Optional;

/** Asks how many rows a statement changes. */
public final class AffectedRows {
  private AffectedRows() {}

  /** Empty for statements that change no rows of others, and while nobody has answered. */
  public static Optional<Answer> of(Statement statement, Catalog catalog, Inquiry inquiry) {
    Optional<String> words =
        statement.actions().stream().flatMap(a -> words(a, catalog).stream()).findFirst();
    return words.isEmpty() || statement.isTemplate()
        ? Optional.empty()
        : ChangedRows.of(statement)
            .flatMap(rows -> inquiry.ask(probe(words.get(), rows, statement, catalog)));
  }

  private static Probe probe(String words, ChangedRows rows, Statement statement, Catalog catalog) {
    List<ObjectName> tables =
        Queries.tables(statement, catalog.dialect()).stream()
            .map(t -> catalog.table(t.table()).map(Table::name).orElse(t.table()))
            .distinct()
            .toList();
    return new Probe.AffectedRows(words, rows.text(), tables, ReadOnlyText.refusal(rows.read()));
  }

  private static Optional<String> words(Action action, Catalog catalog) {
    if (action instanceof Action.Update update) {
      return of("UPDATE ", update.table(), catalog);
    }
    if (action instanceof Action.Delete delete) {
      return of("DELETE FROM ", delete.table(), catalog);
    }
    return action instanceof Action.Insert insert && insert.fromSelect()
        ? of("INSERT INTO ", insert.table(), catalog)
        : Optional.empty();
  }

  private static Optional<String> of(String verb, ObjectName table, Catalog catalog) {
    boolean others = catalog.table(table).filter(t -> !t.temporary()).isPresent();
    return others && !catalog.isNew(table) ? Optional.of(verb + table) : Optional.empty();
  }

  /** For people: {@code 12 rows}, {@code about 4.1 M rows}. */
  public static Message words(Answer.Affected affected) {
    Message rows = TableSize.count(affected.rows());
    return affected.counted() ? rows : Message.of("about %s", rows);
  }
}
