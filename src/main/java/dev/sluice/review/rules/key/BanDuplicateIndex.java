package dev.sluice.review.rules.key;

import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.NewIndex.Kind;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An index that another one makes superfluous. */
public final class BanDuplicateIndex implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-duplicate-index",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "No index repeats another",
              new Explanation(
                  "A new index over the same columns as another one, or over those with which a"
                      + " longer one begins. A unique key beside a plain index is not meant, nor"
                      + " are partial indexes, other index types, orders and operator classes, nor"
                      + " an index that the script drops later.",
                  "Every write keeps both, and no query is faster for it.",
                  "Leave it out, or drop the other one in the same change."))
          .formerly("duplicate-index")
          .knownAs("bytebase TABLE_NO_DUPLICATE_INDEX", "bytebase INDEX_NOT_REDUNDANT");

  private static final Set<String> DIFFERENT =
      Set.of(
          "DESC",
          "INCLUDE",
          "COLLATE",
          "NULLS",
          "GIN",
          "GIST",
          "SPGIST",
          "BRIN",
          "HASH",
          "BLOOM",
          "HNSW",
          "IVFFLAT",
          "FULLTEXT",
          "SPATIAL",
          "VECTOR");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<Problem> problems = new ArrayList<>();
    List<NewIndex> earlier = new ArrayList<>();
    for (NewIndex index : NewIndex.of(action)) {
      if (comparable(index, scene)) {
        covering(index, earlier)
            .or(() -> covering(index, scene))
            .map(other -> Problem.at(index.place(), "%s is covered by %s", index.shown(), other))
            .ifPresent(problems::add);
        earlier.add(index);
      }
    }
    return problems;
  }

  private static boolean comparable(NewIndex index, Scene scene) {
    Stretch words = Stretch.of(scene.statement(), index.place());
    return index.where().isEmpty()
        && words.tokens().stream()
            .noneMatch(
                t -> t.isOneOf(DIFFERENT) || t.text().toLowerCase(Locale.ROOT).endsWith("_ops"));
  }

  /** Keys of the same statement may stand in any order. */
  private static Optional<Message> covering(NewIndex index, List<NewIndex> others) {
    return others.stream()
        .filter(o -> covers(index, o.columns(), o.kind() != Kind.PLAIN))
        .map(BanDuplicateIndex::shown)
        .findFirst();
  }

  private static Optional<Message> covering(NewIndex index, Scene scene) {
    return scene.table(index.table()).stream()
        .map(Table::indexes)
        .flatMap(List::stream)
        .filter(i -> i.valid() && i.where().isEmpty())
        .filter(i -> covers(index, i.columns(), i.unique()))
        .filter(i -> !droppedLater(i, scene))
        .map(BanDuplicateIndex::shown)
        .findFirst();
  }

  private static boolean covers(NewIndex index, List<String> columns, boolean unique) {
    boolean same = index.columns().equals(columns);
    return index.kind() == Kind.PLAIN ? index.beginsLike(columns) : same && unique;
  }

  private static boolean droppedLater(Index index, Scene scene) {
    return scene
        .script()
        .after(scene.statement())
        .anyMatch(
            a -> a instanceof Action.DropIndex drop && drop.index().name().equals(index.name()));
  }

  private static Message shown(NewIndex index) {
    Message kind =
        switch (index.kind()) {
          case PLAIN -> Message.of("index");
          case UNIQUE -> Message.of("unique key");
          case PRIMARY -> Message.of("primary key");
        };
    return index
        .name()
        .map(n -> Message.of("%s %s (%s)", kind, n, index.columns()))
        .orElseGet(() -> Message.of("%s (%s)", kind, index.columns()));
  }

  private static Message shown(Index index) {
    return index.primary()
        ? Message.of("the primary key (%s)", index.columns())
        : Message.of("index %s (%s)", index.name(), index.columns());
  }
}
