package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
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
  static final int MOST = 1000;
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-insert-rows",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An INSERT has at most " + MOST + " rows",
              new Explanation(
                  "INSERT … VALUES with more than "
                      + MOST
                      + " rows. INSERT … SELECT is not counted.",
                  "The server parses and holds all of it at once; MySQL refuses what is longer than"
                      + " max_allowed_packet, replicas wait for the whole of it, and nobody reviews"
                      + " it.",
                  "Cut it into several statements, or load the data outside of the scripts."))
          .formerly("insert-batch-too-large");

  public LimitInsertRows() {
    super(Insert.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(Insert insert, Scene scene) {
    return InsertForm.of(Stretch.of(scene.statement(), insert.place()))
        .filter(form -> form.rows().size() > MOST)
        .map(
            form ->
                Problem.at(
                    form.table(),
                    form.rows().size()
                        + " rows for "
                        + insert.table()
                        + " in one statement; at most "
                        + MOST));
  }
}
