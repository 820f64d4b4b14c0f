package dev.sluice.review.rules.key;

import dev.sluice.catalog.Index;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** An index that silently becomes another one. */
public final class BanDropIndexedColumn implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-indexed-column",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Indexed columns are dropped with their indexes",
              new Explanation(
                  "DROP COLUMN of a column that an index of several columns has, unless the index"
                      + " was dropped before. New tables are exempt.",
                  "MySQL takes the column out of the index without a word: a unique key over what"
                      + " is left may fail on duplicates, and queries lose the index that they were"
                      + " made for.",
                  "Drop the index first, and create the one that is wanted."))
          .knownAs("bytebase COLUMN_DISALLOW_DROP_IN_INDEX");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return action instanceof Action.DropColumn drop && !scene.isNew(drop.table())
        ? scene.table(drop.table()).stream()
            .flatMap(t -> t.indexes().stream())
            .filter(i -> i.columns().size() > 1 && i.columns().contains(drop.column()))
            .limit(1)
            .map(i -> Problem.at(drop.place(), message(drop, i)))
            .toList()
        : List.of();
  }

  private static Message message(Action.DropColumn drop, Index index) {
    List<String> left = index.columns().stream().filter(c -> !c.equals(drop.column())).toList();
    return Message.of(
        "Index %s of %s would shrink from (%s) to (%s)",
        index.name(), drop.table(), index.columns(), left);
  }
}
