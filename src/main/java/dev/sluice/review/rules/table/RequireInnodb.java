package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** The engine with transactions and crash recovery. */
public final class RequireInnodb implements ActionRule {
  private static final Option<List<String>> ENGINES =
      Option.texts("engines", List.of("InnoDB"), "Storage engines that may be named");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-innodb",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Tables are kept by InnoDB",
              new Explanation(
                  "ENGINE = something else in CREATE TABLE or ALTER TABLE, or such a default set"
                      + " for the session. Temporary tables are exempt.",
                  "Without transactions a crash or a failed statement leaves half of the work, and"
                      + " each write locks the whole table.",
                  "Leave ENGINE out, or write InnoDB."))
          .options(ENGINES)
          .formerly("my-engine")
          .knownAs("bytebase ENGINE_MYSQL_USE_INNODB");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Stretch words = Stretch.of(scene.statement(), action.place());
    boolean setting =
        action instanceof Action.SetSetting set && set.name().endsWith("storage_engine");
    boolean table =
        (action instanceof CreateTable create && !create.temporary())
            || (action instanceof Action.OtherDdl other && other.verb().equals("COPY"));
    int at = words.find(0, setting ? Set.of("=", ":=") : Set.of("ENGINE"));
    return at < 0 || !(setting || table) ? List.of() : named(words.from(at + 1), scene);
  }

  private static List<Problem> named(Stretch words, Scene scene) {
    int at = words.at(0, "=") ? 1 : 0;
    if (at >= words.size()) {
      return List.of();
    }
    Token engine = words.get(at);
    String name = engine.text().replaceAll("['\"`]", "");
    return scene.option(ENGINES).stream().anyMatch(name::equalsIgnoreCase)
        ? List.of()
        : List.of(
            Problem.at(engine.place(), "Engine %s is not wanted", name)
                .replacing(engine.place(), scene.option(ENGINES).get(0)));
  }
}
