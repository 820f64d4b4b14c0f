package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;

/** One statement with a file's worth of rows. */
public final class LimitInsertRows extends RuleFor<Insert> {
  private static final Option<Integer> MOST =
      Option.number("rows", 1000, "How many rows one statement may have");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-insert-rows",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An INSERT has only so many rows",
              new Explanation(
                  "INSERT … VALUES with more rows than the policy allows, 1000 by default. INSERT …"
                      + " SELECT is not counted.",
                  "The server parses and holds all of it at once; MySQL refuses what is longer than"
                      + " max_allowed_packet, replicas wait for the whole of it, and nobody reviews"
                      + " it.",
                  "Cut it into several statements, or load the data outside of the scripts."))
          .knownAs("bytebase STATEMENT_INSERT_ROW_LIMIT")
          .options(MOST);

  public LimitInsertRows() {
    super(Insert.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(Insert insert, Scene scene) {
    return InsertForm.of(Stretch.of(scene.statement(), insert.place()))
        .filter(form -> form.rows().size() > scene.option(MOST))
        .map(
            form ->
                Problem.at(
                    form.table(),
                    "%s rows for %s in one statement; at most %s",
                    form.rows().size(),
                    insert.table(),
                    scene.option(MOST)));
  }
}
