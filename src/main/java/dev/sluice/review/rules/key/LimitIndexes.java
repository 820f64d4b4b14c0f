package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** Tables with more indexes than their writes should carry. */
public final class LimitIndexes implements ActionRule {
  private static final Option<Integer> MAX =
      Option.number("max", 8, "How many indexes a table may have, its keys among them");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-indexes",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Tables have few indexes",
              new Explanation(
                  "An index or key after which the table has more of them than allowed.",
                  "Each write keeps each index, and each takes space and memory.",
                  "Drop one that no query needs, or widen one that is there."))
          .inStrict(Severity.WARNING)
          .options(MAX)
          .formerly("too-many-indexes")
          .knownAs("bytebase INDEX_TOTAL_NUMBER_LIMIT");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<NewIndex> brought = NewIndex.of(action);
    if (brought.isEmpty()) {
      return List.of();
    }
    NewIndex last = brought.get(brought.size() - 1);
    int before = scene.table(last.table()).map(t -> t.indexes().size()).orElse(0);
    int after = before + brought.size();
    int max = scene.option(MAX);
    return after <= max
        ? List.of()
        : List.of(
            Problem.at(
                last.place(),
                "Table %s would have %s indexes, more than %s",
                last.table(),
                after,
                max));
  }
}
