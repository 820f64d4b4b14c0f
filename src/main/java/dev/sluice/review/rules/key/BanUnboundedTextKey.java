package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys over texts without end. */
public final class BanUnboundedTextKey implements ActionRule {
  private static final Pattern LONG = Pattern.compile("(tiny|medium|long)?(text|blob)");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-unbounded-text-key",
              Severity.ERROR,
              RuleInfo.MYSQL_FAMILY,
              "Keys over long texts say how much of them",
              new Explanation(
                  "An index or key over a TEXT or BLOB column without a length. FULLTEXT and"
                      + " SPATIAL indexes are exempt.",
                  "The server refuses it: BLOB/TEXT column used in key specification without a key"
                      + " length.",
                  "Write the length of the prefix, name(100), or index a hash."))
          .knownAs("bytebase INDEX_TYPE_NO_BLOB");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewIndex.of(action).stream().flatMap(i -> problem(i, action, scene).stream()).toList();
  }

  private static Optional<Problem> problem(NewIndex index, Action action, Scene scene) {
    Stretch words = Stretch.of(scene.statement(), index.place());
    boolean special = words.contains("FULLTEXT") || words.contains("SPATIAL");
    return scene.catalog().after(action).table(index.table()).stream()
        .filter(t -> !special)
        .flatMap(t -> t.columns().stream())
        .filter(c -> LONG.matcher(c.type().name()).matches() && index.columns().contains(c.name()))
        .filter(c -> !hasLength(words, c.name(), scene))
        .map(
            c ->
                Problem.at(
                    index.place(), "%s takes all of %s, a %s", index.shown(), c.name(), c.type()))
        .findFirst();
  }

  private static boolean hasLength(Stretch words, String column, Scene scene) {
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean named = words.get(i).isName() && words.get(i).folded(scene.dialect()).equals(column);
      if (named && words.at(i + 1, "(") && words.at(i + 3, ")")) {
        return true;
      }
    }
    return false;
  }
}
