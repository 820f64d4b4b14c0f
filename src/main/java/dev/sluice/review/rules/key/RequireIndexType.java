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
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Index types that the engine is good at. */
public final class RequireIndexType implements ActionRule {
  private static final Option<List<String>> TYPES =
      Option.texts(
          "types",
          List.of("btree", "gin", "gist", "spgist", "brin", "hnsw", "ivfflat", "bloom", "rtree"),
          "Types that may stand behind USING");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-index-type",
              Severity.INFO,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Indexes have an agreed type",
              new Explanation(
                  "USING with a type of index that is not on the list.",
                  "A hash index finds only equal values and no range, cannot be unique on"
                      + " PostgreSQL, and InnoDB makes a btree of it in silence.",
                  "Leave USING out."))
          .options(TYPES)
          .formerly("hash-index")
          .knownAs("bytebase INDEX_TYPE_ALLOW_LIST");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewIndex.of(action).stream().flatMap(i -> problem(i, scene).stream()).toList();
  }

  private static Optional<Problem> problem(NewIndex index, Scene scene) {
    Stretch words = Stretch.of(scene.statement(), index.place());
    int at = words.find(0, Set.of("USING")) + 1;
    boolean named = at > 0 && at < words.size() && !words.at(at, "INDEX");
    String type = named ? words.get(at).text() : "";
    return named && scene.option(TYPES).stream().noneMatch(type::equalsIgnoreCase)
        ? Optional.of(Problem.at(words.get(at).place(), "%s is of type %s", index.shown(), type))
        : Optional.empty();
  }
}
