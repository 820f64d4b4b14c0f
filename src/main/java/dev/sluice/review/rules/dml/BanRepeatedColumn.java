package dev.sluice.review.rules.dml;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.query.Assignments;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list that names a column twice. */
public final class BanRepeatedColumn implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-repeated-column",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "A column stands in a list once",
              new Explanation(
                  "The same column twice in the SET of an UPDATE, in the columns of an INSERT, or"
                      + " in a key or index.",
                  "Most servers refuse it; MySQL and SQLite take one of two values that an UPDATE"
                      + " gives and say nothing.",
                  "Leave one of them out."))
          .knownAs("bytebase INDEX_NO_DUPLICATE_COLUMN");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof Action.Update update) {
      Stretch tokens = Stretch.of(scene.statement(), update.place());
      List<Map.Entry<String, Place>> names =
          Assignments.in(tokens, scene.dialect()).stream()
              .map(
                  a -> Map.entry(a.qualifier().map(q -> q + ".").orElse("") + a.column(), a.name()))
              .toList();
      return repeated(names, c -> Message.of("Column %s is set twice", c));
    }
    if (action instanceof Action.Insert insert) {
      Stretch tokens = Stretch.of(scene.statement(), insert.place());
      return InsertForm.of(tokens)
          .map(f -> repeated(columns(f, scene), c -> Message.of("Column %s is filled twice", c)))
          .orElse(List.of());
    }
    return keys(action)
        .flatMap(k -> repeatedName(k.getValue()).map(c -> key(k.getKey(), c)).stream())
        .toList();
  }

  private static List<Map.Entry<String, Place>> columns(InsertForm form, Scene scene) {
    return form.columns().stream()
        .filter(c -> !c.isEmpty())
        .map(c -> Map.entry(InsertForm.name(c).folded(scene.dialect()), c.place()))
        .toList();
  }

  private static Problem key(Place place, String column) {
    return Problem.at(place, "Column %s stands in the key twice", column);
  }

  private static List<Problem> repeated(
      List<Map.Entry<String, Place>> names, Function<String, Message> message) {
    Set<String> seen = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Place> name : names) {
      if (!seen.add(name.getKey())) {
        problems.add(Problem.at(name.getValue(), message.apply(name.getKey())));
      }
    }
    return problems;
  }

  private static Optional<String> repeatedName(List<String> columns) {
    Set<String> seen = new HashSet<>();
    return columns.stream().filter(c -> !seen.add(c)).findFirst();
  }

  private static Stream<Map.Entry<Place, List<String>>> keys(Action action) {
    if (action instanceof Action.CreateIndex index) {
      return Stream.of(Map.entry(index.place(), index.columns()));
    }
    if (action instanceof Action.AddConstraint add) {
      return key(add.constraint());
    }
    return action instanceof Action.CreateTable table
        ? table.constraints().stream().flatMap(BanRepeatedColumn::key)
        : Stream.empty();
  }

  private static Stream<Map.Entry<Place, List<String>>> key(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      return Stream.of(Map.entry(key.place(), key.columns()));
    }
    if (constraint instanceof TableConstraint.Unique unique) {
      return Stream.of(Map.entry(unique.place(), unique.columns()));
    }
    if (constraint instanceof TableConstraint.ForeignKey foreign) {
      return Stream.of(Map.entry(foreign.place(), foreign.columns()));
    }
    return constraint instanceof TableConstraint.Key key
        ? Stream.of(Map.entry(key.place(), key.columns()))
        : Stream.empty();
  }
}
