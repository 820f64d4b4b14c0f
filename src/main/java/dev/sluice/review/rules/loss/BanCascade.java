package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CASCADE takes along what nobody wrote down. */
public final class BanCascade implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-cascade",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "What is dropped or emptied is named",
              new Explanation(
                  "DROP … CASCADE, and TRUNCATE … CASCADE of a table that others refer to; the"
                      + " finding names the tables and foreign keys that go along, and what else the"
                      + " target tells, and is a warning where only views and functions could. New and temporary tables are"
                      + " exempt.",
                  "Views, foreign keys and functions that depend on it are dropped too, and"
                      + " TRUNCATE empties every table that refers to it, whatever it holds.",
                  "Leave out CASCADE: the server then refuses while something depends on it, and"
                      + " says what. Drop that first, by name."))
          .knownAs("bytebase STATEMENT_DISALLOW_RM_TBL_CASCADE", "squawk ban-truncate-cascade");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    return words(tokens)
        .mapToObj(i -> problem(tokens, i, scene))
        .flatMap(Optional::stream)
        .toList();
  }

  private static IntStream words(Stretch tokens) {
    return IntStream.range(1, tokens.size())
        .filter(i -> tokens.at(i, "CASCADE"))
        .filter(i -> !tokens.at(i - 2, "ON", "DELETE") && !tokens.at(i - 2, "ON", "UPDATE"));
  }

  private static Optional<Problem> problem(Stretch tokens, int word, Scene scene) {
    Token cascade = tokens.get(word);
    List<Action> actions = actions(cascade, scene).toList();
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    List<Message> goes =
        actions.stream().flatMap(a -> dependents(a, actions, scene)).distinct().toList();
    boolean truncates = actions.stream().allMatch(Action.Truncate.class::isInstance);
    if (goes.isEmpty() && truncates && scene.catalog().read()) {
      return Optional.empty();
    }
    Place before = tokens.get(word - 1).place();
    Place cut =
        new Place(
            before.endOffset(),
            cascade.place().endOffset() - before.endOffset(),
            before.end(),
            cascade.place().end());
    Problem problem =
        Problem.at(cascade.place(), message(goes, truncates))
            .withReplacement(Optional.of(new Replacement(cut, "")));
    return Optional.of(
        goes.isEmpty() && scene.catalog().read() ? problem.as(Severity.WARNING) : problem);
  }

  private static Message message(List<Message> goes, boolean truncates) {
    if (truncates) {
      return goes.isEmpty()
          ? Message.of("CASCADE also empties every table that refers to it")
          : Message.of("CASCADE also empties %s", goes);
    }
    return goes.isEmpty()
        ? Message.of("CASCADE also drops every view and function that depends on it")
        : Message.of("CASCADE also drops %s", goes);
  }

  /** What the word belongs to: the actions that end with it, or that stand in its list. */
  private static Stream<Action> actions(Token cascade, Scene scene) {
    return scene.statement().actions().stream()
        .filter(a -> cascades(a, scene))
        .filter(
            a ->
                a.place().endOffset() == cascade.place().endOffset()
                    || a instanceof Action.DropTable
                    || a instanceof Action.DropView
                    || a instanceof Action.Truncate);
  }

  private static boolean cascades(Action action, Scene scene) {
    if (action instanceof Action.DropTable drop) {
      return drop.cascade() && !scene.isNew(drop.table());
    }
    if (action instanceof Action.Truncate truncate) {
      return truncate.cascade() && !scene.isNew(truncate.table());
    }
    if (action instanceof Action.DropColumn drop) {
      return drop.cascade() && !scene.isNew(drop.table());
    }
    if (action instanceof Action.DropConstraint drop) {
      return drop.cascade() && !scene.isNew(drop.table());
    }
    return action instanceof Action.DropView view
        ? view.cascade()
        : action instanceof Action.OtherDdl other
            && other.verb().equals("DROP")
            && !Set.of("SCHEMA", "DATABASE", "OWNED BY").contains(other.objectType());
  }

  private static Stream<Message> dependents(Action action, List<Action> all, Scene scene) {
    if (action instanceof Action.Truncate truncate) {
      return emptied(truncate, all, scene).map(t -> scene.sized(t.name()));
    }
    if (action instanceof Action.DropTable drop) {
      return Stream.concat(
          keysTo(scene.table(drop.table()), scene, k -> true),
          asked(drop.table(), Optional.empty(), scene));
    }
    if (action instanceof Action.DropColumn drop) {
      return Stream.concat(
          keysTo(scene.table(drop.table()), scene, k -> k.columns().contains(drop.column())),
          asked(drop.table(), Optional.of(drop.column()), scene));
    }
    if (action instanceof Action.DropView drop) {
      return asked(drop.view(), Optional.empty(), scene);
    }
    if (action instanceof Action.DropConstraint drop) {
      Optional<Table> table = scene.table(drop.table());
      List<String> columns =
          table
              .flatMap(t -> t.constraint(drop.constraint()))
              .map(Constraint::columns)
              .orElse(List.of());
      return keysTo(table, scene, k -> !columns.isEmpty() && k.columns().equals(columns));
    }
    return Stream.empty();
  }

  /** What the target adds to what the catalog knows. */
  private static Stream<Message> asked(ObjectName object, Optional<String> column, Scene scene) {
    return Dependence.of(object, column, Deed.DROP, true, scene).takenAlong();
  }

  private static Stream<Message> keysTo(
      Optional<Table> table, Scene scene, Predicate<Constraint.Reference> which) {
    return table.stream()
        .flatMap(
            t ->
                scene.catalog().tables().stream()
                    .filter(other -> !other.name().equals(t.name()))
                    .flatMap(other -> keys(other, t, which)));
  }

  private static Stream<Message> keys(Table from, Table to, Predicate<Constraint.Reference> which) {
    return from.constraints().stream()
        .filter(
            c -> c.references().filter(r -> r.table().equals(to.name())).filter(which).isPresent())
        .map(
            c ->
                Message.of(
                    "foreign key %s of %s",
                    c.name().orElse(c.columns().toString()), from.name().name()));
  }

  /** The tables that refer to it, directly or over others, and are not in the statement itself. */
  private static Stream<Table> emptied(Action.Truncate truncate, List<Action> all, Scene scene) {
    Set<ObjectName> reached = new LinkedHashSet<>();
    scene.table(truncate.table()).ifPresent(t -> reach(t, scene, reached));
    Set<ObjectName> written =
        all.stream()
            .filter(Action.Truncate.class::isInstance)
            .flatMap(a -> scene.table(((Action.Truncate) a).table()).stream())
            .map(Table::name)
            .collect(Collectors.toSet());
    return reached.stream().filter(n -> !written.contains(n)).flatMap(n -> scene.table(n).stream());
  }

  private static void reach(Table table, Scene scene, Set<ObjectName> reached) {
    for (Table other : scene.catalog().tables()) {
      boolean refers =
          other.constraints().stream()
              .anyMatch(
                  c -> c.references().filter(r -> r.table().equals(table.name())).isPresent());
      if (refers && !other.name().equals(table.name()) && reached.add(other.name())) {
        reach(other, scene, reached);
      }
    }
  }
}
