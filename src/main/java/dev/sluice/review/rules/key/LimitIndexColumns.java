package dev.sluice.review.rules.key;

import dev.sluice.language.Message;
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

/** Wide indexes. */
public final class LimitIndexColumns implements ActionRule {
  private static final Option<Integer> MAX =
      Option.number("max", 5, "How many columns an index or key may have");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-index-columns",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Indexes have few columns",
              new Explanation(
                  "An index or key with more columns than allowed.",
                  "A wide index is large, slow to keep, and serves few queries better than a"
                      + " narrower one.",
                  "Keep the columns that find rows; leave out those that only come along."))
          .inStrict(Severity.WARNING)
          .options(MAX)
          .formerly("index-too-wide")
          .knownAs("bytebase INDEX_KEY_NUMBER_LIMIT", "strong_migrations add_index_columns");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    int max = scene.option(MAX);
    return NewIndex.of(action).stream()
        .filter(i -> i.columns().size() > max)
        .map(i -> Problem.at(i.place(), message(i, max)))
        .toList();
  }

  private static Message message(NewIndex index, int max) {
    return Message.of(
        "%s has %s columns, more than %s", index.shown(), index.columns().size(), max);
  }
}
