package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Table;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;

/** IGNORE is about more than duplicates. */
public final class BanIgnoredErrors implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-ignored-errors",
          Severity.WARNING,
          RuleInfo.MYSQL_FAMILY,
          "Errors of rows are not ignored",
          new Explanation(
              "INSERT IGNORE, UPDATE IGNORE, DELETE IGNORE and LOAD DATA … IGNORE on a table that"
                  + " was there before the change.",
              "Besides duplicates the server passes over NULLs, values that do not fit and foreign"
                  + " keys that point nowhere: rows are left out or stored with other values, and"
                  + " nobody is told.",
              "Say what is expected: ON DUPLICATE KEY UPDATE key = key, or a condition that leaves"
                  + " the rows out."));

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
    Stretch tokens = Stretch.of(scene.statement(), action.place());
    Optional<ObjectName> table = table(action);
    int ignore = tokens.range(0, 4).indexOf("IGNORE");
    if (ignore < 1 || table.isEmpty() || table.filter(scene::isNew).isPresent()) {
      return List.of();
    }
    Place place = tokens.get(ignore).place();
    Problem problem =
        Problem.at(place, "IGNORE passes over every error of the rows of %s", table.get());
    return List.of(problem.withReplacement(named(action, tokens, place, scene)));
  }

  private static Optional<ObjectName> table(Action action) {
    if (action instanceof Insert insert) {
      return Optional.of(insert.table());
    }
    if (action instanceof Update update) {
      return Optional.of(update.table());
    }
    return action instanceof Delete delete ? Optional.of(delete.table()) : Optional.empty();
  }

  /** Duplicates are still passed over, everything else is told. */
  private static Optional<Replacement> named(
      Action action, Stretch tokens, Place ignore, Scene scene) {
    boolean plain = action instanceof Insert && !tokens.contains("DUPLICATE");
    Optional<String> key =
        table(action)
            .flatMap(scene::table)
            .flatMap(Table::primaryKey)
            .map(k -> k.columns().get(0))
            .map(c -> Rewording.quoted(c, scene.dialect()));
    if (!plain || key.isEmpty()) {
      return Optional.empty();
    }
    Place whole = tokens.place();
    String text = scene.text(whole);
    int from = ignore.offset() - whole.offset();
    String without =
        text.substring(0, from).stripTrailing() + text.substring(from + ignore.length());
    String tail = " ON DUPLICATE KEY UPDATE " + key.get() + " = " + key.get();
    return Optional.of(new Replacement(whole, without + tail));
  }
}
