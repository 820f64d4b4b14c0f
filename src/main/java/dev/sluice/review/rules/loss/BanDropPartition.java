package dev.sluice.review.rules.loss;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;

/** A partition goes with its rows. */
public final class BanDropPartition extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-drop-partition",
          Severity.ERROR,
          RuleInfo.MYSQL_FAMILY,
          "Partitions with data are not dropped",
          new Explanation(
              "ALTER TABLE … DROP PARTITION or TRUNCATE PARTITION on a table that was there before"
                  + " the change.",
              "All rows of the partition are gone for good, in an instant and without triggers.",
              "Copy what must stay, or EXCHANGE PARTITION with a table that is kept for some time,"
                  + " and waive this finding then."));

  public BanDropPartition() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean drops = ddl.is("DROP", "PARTITION") || ddl.is("TRUNCATE", "PARTITION");
    if (!drops || ddl.name().filter(scene::isNew).isPresent()) {
      return Optional.empty();
    }
    Stretch tokens = Stretch.of(scene.statement(), ddl.place());
    int word = tokens.indexOf("PARTITION");
    String names = word + 1 < tokens.size() ? scene.text(tokens.from(word + 1).place()) : "";
    Object table = ddl.name().<Object>map(scene::sized).orElse("");
    return Optional.of(
        ddl.verb().equals("DROP")
            ? Problem.at(ddl.place(), "Drops partition %s of %s", names, table)
            : Problem.at(ddl.place(), "Empties partition %s of %s", names, table));
  }
}
