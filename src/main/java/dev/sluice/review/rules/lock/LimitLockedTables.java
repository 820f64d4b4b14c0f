package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.impact.Impact;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Held;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every further table is one more for which the locks of all the others wait. */
public final class LimitLockedTables implements ActionRule {
  private static final Option<Integer> MAX =
      Option.number("max", 2, "How many tables one transaction may keep others out of");
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-locked-tables",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "One transaction locks few tables",
              new Explanation(
                  "Statements of one script, which share a transaction, that keep writers or"
                      + " readers out of more existing tables than max. Small tables, new ones and"
                      + " the other ends of foreign keys do not count.",
                  "The first table stays locked while the script waits for the last; code that"
                      + " takes them in another order deadlocks with it.",
                  "A script for each table."))
          .options(MAX);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Impact impact = scene.impact(action);
    boolean locks = impact.blocks() != Blocks.NOTHING;
    return impact.table().filter(t -> locks && counts(t, scene)).stream()
        .flatMap(t -> beyond(t, action, scene).stream())
        .toList();
  }

  /** Told once, at the first statement that goes beyond the limit. */
  private static List<Problem> beyond(ObjectName table, Action action, Scene scene) {
    Set<String> locked =
        scene.held(action).stream()
            .map(Held::table)
            .filter(t -> counts(t, scene))
            .map(ObjectName::name)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean first = locked.size() == scene.option(MAX) && !locked.contains(table.name());
    Message message =
        Message.of("%s is locked too while %s already wait for the commit", table, locked);
    return first ? List.of(Problem.at(action.place(), message)) : List.of();
  }

  private static boolean counts(ObjectName table, Scene scene) {
    return !scene.isNew(table)
        && !scene.knowsMissing(table)
        && !scene.script().makesOrDrops(table)
        && !scene.size(table).small();
  }
}
