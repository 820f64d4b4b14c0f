package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.SetNotNull;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A key that brings its own index keeps everybody out while that is built. */
public final class RequireKeyUsingIndex implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-key-using-index",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Keys of existing tables take an index that is there already",
              new Explanation(
                  "ADD UNIQUE or ADD PRIMARY KEY without USING INDEX on a table that was there"
                      + " before the change, ADD COLUMN with UNIQUE or PRIMARY KEY, and PRIMARY KEY"
                      + " USING INDEX over a column that may be NULL, which reads every row.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while the index is built.",
                  "CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX. The"
                      + " columns of a primary key are made NOT NULL before, by way of a CHECK."))
          .infoOnSmallTables()
          .knownAs(
              "squawk disallowed-unique-constraint",
              "squawk adding-serial-primary-key-field",
              "strong_migrations add_unique_constraint",
              "atlas PG104",
              "atlas PG105",
              "atlas PG304");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof AddColumn add) {
      return NewColumnCost.of(add, scene) == NewColumnCost.INDEX
          ? List.of(newColumn(add, scene))
          : List.of();
    }
    if (!(action instanceof AddConstraint add) || scene.isNew(add.table())) {
      return List.of();
    }
    return Stream.concat(builds(add, scene).stream(), overNullable(add, scene).stream()).toList();
  }

  private static Problem newColumn(AddColumn add, Scene scene) {
    Message message =
        Message.of(
            "The index of new column %s is built while all others wait for %s",
            add.column().name(), scene.sized(add.table()));
    return Problem.at(add.place(), message)
        .withRemedy(
            "Add the column alone, then CREATE UNIQUE INDEX CONCURRENTLY and ADD CONSTRAINT … USING"
                + " INDEX.")
        .sized(scene.size(add.table()));
  }

  private static Optional<Problem> builds(AddConstraint add, Scene scene) {
    Optional<Message> name = name(add.constraint());
    return name.map(n -> builds(n, add, scene));
  }

  private static Problem builds(Message name, AddConstraint add, Scene scene) {
    Message message =
        Message.of(
            "%s builds its index while all others wait for %s", name, scene.sized(add.table()));
    return Problem.at(add.place(), message)
        .sized(scene.size(add.table()))
        .withReplacement(KeyInTwoSteps.of(add, scene));
  }

  /** Empty for what builds no index here. */
  private static Optional<Message> name(TableConstraint constraint) {
    Optional<String> name = constraint.name();
    if (constraint instanceof TableConstraint.Unique key && key.usingIndex().isEmpty()) {
      return Optional.of(
          name.map(n -> Message.of("UNIQUE constraint %s", n))
              .orElseGet(() -> Message.of("A UNIQUE constraint")));
    }
    boolean primary =
        constraint instanceof TableConstraint.PrimaryKey key && key.usingIndex().isEmpty();
    return primary
        ? Optional.of(
            name.map(n -> Message.of("PRIMARY KEY %s", n))
                .orElseGet(() -> Message.of("A PRIMARY KEY")))
        : Optional.empty();
  }

  private static Optional<Problem> overNullable(AddConstraint add, Scene scene) {
    if (!(add.constraint() instanceof TableConstraint.PrimaryKey key)) {
      return Optional.empty();
    }
    Optional<Table> table = scene.table(add.table());
    return key.usingIndex().stream()
        .flatMap(name -> table.flatMap(t -> t.index(name)).stream())
        .map(Index::columns)
        .flatMap(List::stream)
        .filter(c -> mustBeRead(c, add, scene))
        .findFirst()
        .map(c -> overNullable(c, add, scene));
  }

  private static boolean mustBeRead(String column, AddConstraint add, Scene scene) {
    boolean known = scene.table(add.table()).flatMap(t -> t.column(column)).isPresent();
    SetNotNull implied = new SetNotNull(add.place(), add.table(), column);
    return known && scene.impact(implied).work().growsWithTable();
  }

  private static Problem overNullable(String column, AddConstraint add, Scene scene) {
    Message message =
        Message.of(
            "PRIMARY KEY makes %s NOT NULL, which reads every row of %s while all others wait",
            column, scene.sized(add.table()));
    return Problem.at(add.place(), message)
        .as(Severity.WARNING)
        .withRemedy(
            "Before it, in scripts of their own: ADD CHECK (%s IS NOT NULL) NOT VALID; VALIDATE"
                + " CONSTRAINT; SET NOT NULL.",
            column)
        .sized(scene.size(add.table()));
  }
}
