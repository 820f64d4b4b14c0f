package dev.sluice.review.rules.object;

import dev.sluice.catalog.Column;
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
import dev.sluice.sql.ColumnDefinition;
import java.util.List;
import java.util.Optional;

/** IF NOT EXISTS looks at the name and at nothing else. */
public final class BanKeptDefinition implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-kept-definition",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "IF NOT EXISTS does not meet another definition",
          new Explanation(
              "CREATE TABLE, ADD COLUMN or CREATE INDEX with IF NOT EXISTS whose name is taken by"
                  + " something else: a table without one of the columns, a column of another type,"
                  + " an index on other columns.",
              "The statement succeeds and changes nothing; what comes after builds on something"
                  + " that is not there.",
              "Take another name, or change what is there with ALTER."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return difference(action, scene).map(m -> Problem.at(action.place(), m)).stream().toList();
  }

  private static Optional<Message> difference(Action action, Scene scene) {
    if (action instanceof Action.CreateTable create && create.ifNotExists()) {
      return scene.table(create.table()).flatMap(t -> missing(create, t));
    }
    if (action instanceof Action.AddColumn add && add.ifNotExists()) {
      return scene
          .table(add.table())
          .flatMap(t -> t.column(add.column().name()))
          .filter(c -> !c.type().equals(add.column().type()))
          .map(c -> kept(add, c));
    }
    return action instanceof Action.CreateIndex create && create.ifNotExists()
        ? index(create, scene)
        : Optional.empty();
  }

  private static Optional<Message> missing(Action.CreateTable create, Table table) {
    return create.columns().stream()
        .map(ColumnDefinition::name)
        .filter(c -> table.column(c).isEmpty())
        .findFirst()
        .map(c -> Message.of("Table %s exists and has no column %s", create.table(), c));
  }

  private static Message kept(Action.AddColumn add, Column column) {
    return Message.of(
        "Column %s.%s exists as %s; it does not become %s",
        add.table(), column.name(), column.type(), add.column().type());
  }

  private static Optional<Message> index(Action.CreateIndex create, Scene scene) {
    Optional<Index> there =
        create.name().flatMap(n -> scene.table(create.table()).flatMap(t -> t.index(n.name())));
    return there
        .filter(i -> !i.columns().equals(create.columns()) || i.unique() != create.unique())
        .map(i -> Message.of("Index %s exists on (%s)", i.name(), i.columns()));
  }
}
