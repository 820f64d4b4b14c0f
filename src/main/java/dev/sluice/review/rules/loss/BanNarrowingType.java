package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Column;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AlterColumnType;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** Values that no longer fit make the change fail, or are cut. */
public final class BanNarrowingType extends RuleFor<AlterColumnType> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-narrowing-type",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Types do not get narrower",
              new Explanation(
                  "ALTER COLUMN TYPE to a type that holds less: smaller integers, shorter text,"
                      + " fewer digits, a timestamp to a date. Needs the target's schema; a table"
                      + " that the change itself created and left empty is exempt.",
                  "The change fails on the first value that does not fit, or cuts values silently.",
                  "Prove that every value fits, then waive this finding; else keep the type and add"
                      + " a CHECK."))
          .formerly("narrowing-type-change")
          .knownAs("bytebase COLUMN_DISALLOW_CHANGE_TYPE");

  public BanNarrowingType() {
    super(AlterColumnType.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(AlterColumnType alter, Scene scene) {
    Optional<Column> column = scene.table(alter.table()).flatMap(t -> t.column(alter.column()));
    if (column.isEmpty() || scene.isNewAndEmpty(alter.table())) {
      return Optional.empty();
    }
    DataType from = column.get().type();
    return PostgresNarrowing.loss(from, alter.type())
        .map(
            loss ->
                Problem.at(
                    alter.place(),
                    "Column %s of %s goes from %s to %s: %s",
                    alter.column(),
                    alter.table(),
                    from,
                    alter.type(),
                    loss));
  }
}
