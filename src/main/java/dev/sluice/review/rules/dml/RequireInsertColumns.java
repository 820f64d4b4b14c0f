package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Values find their columns by position until somebody adds a column. */
public final class RequireInsertColumns extends RuleFor<Insert> {
  private static final Set<String> SELECT_LIST_ENDS =
      Set.of("FROM", "WHERE", "UNION", "ORDER", "LIMIT", "INTO", "EXCEPT", "INTERSECT");
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-insert-columns",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "INSERT names its columns",
              new Explanation(
                  "INSERT, REPLACE or COPY … FROM without a list of columns. Tables that the change"
                      + " itself created, and DEFAULT VALUES, are exempt.",
                  "The statement breaks, or fills the wrong columns, on a server where a column was"
                      + " added or stands elsewhere.",
                  "Name the columns."))
          .knownAs("bytebase STATEMENT_INSERT_MUST_SPECIFY_COLUMN");

  public RequireInsertColumns() {
    super(Insert.class, INFO);
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  protected Optional<Problem> problem(Insert insert, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement(), insert.place());
    if (!insert.columns().isEmpty()
        || scene.isNew(insert.table())
        || tokens.contains("DEFAULT", "VALUES")) {
      return Optional.empty();
    }
    return InsertForm.of(tokens)
        .map(
            form ->
                Problem.at(form.table(), "Rows for %s name no columns", insert.table())
                    .withReplacement(
                        scene.table(insert.table()).flatMap(t -> list(form, t, scene))));
  }

  private static Optional<Replacement> list(InsertForm form, Table table, Scene scene) {
    OptionalInt values = values(form);
    int columns = table.columns().size();
    boolean fits = columns > 0 && values.orElse(columns) <= columns;
    String names =
        table.columns().stream()
            .limit(values.orElse(columns))
            .map(Column::name)
            .map(n -> Rewording.quoted(n, scene.dialect()))
            .collect(Collectors.joining(", ", " (", ")"));
    boolean emptyRow = values.isPresent() && values.getAsInt() == 0;
    return fits && !emptyRow
        ? Optional.of(Rewording.behind(form.table(), names))
        : Optional.empty();
  }

  /** How many values a row has; -1 for a star, and so no guess. */
  private static OptionalInt values(InsertForm form) {
    if (!form.rows().isEmpty()) {
      Stretch row = form.rows().get(0);
      return OptionalInt.of(row.isEmpty() ? 0 : row.items().size());
    }
    return form.query().map(RequireInsertColumns::selected).orElse(OptionalInt.empty());
  }

  private static OptionalInt selected(Stretch query) {
    Stretch list = query.range(1, query.findOrEnd(1, SELECT_LIST_ENDS));
    List<Stretch> items = list.items();
    boolean counts = query.at(0, "SELECT") && items.stream().noneMatch(i -> i.contains("*"));
    return OptionalInt.of(counts ? items.size() : Integer.MAX_VALUE);
  }
}
