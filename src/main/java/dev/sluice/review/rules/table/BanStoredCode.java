package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For houses that keep code in the application. */
public final class BanStoredCode implements ActionRule {
  private static final Option<List<String>> OBJECTS =
      Option.texts(
          "objects",
          List.of("trigger", "procedure", "function", "event"),
          "What may not be created: trigger, procedure, function, event, view");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-stored-code",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Code lives in the application",
              new Explanation(
                  "CREATE TRIGGER, PROCEDURE, FUNCTION, EVENT or VIEW, as far as they are on the"
                      + " list.",
                  "What the database does by itself is invisible to those who read the code, and"
                      + " tied to the release of the schema.",
                  "Do it in the application."))
          .options(OBJECTS)
          .formerly("forbid-stored-code")
          .knownAs(
              "bytebase TABLE_DISALLOW_TRIGGER",
              "bytebase SYSTEM_PROCEDURE_DISALLOW_CREATE",
              "bytebase SYSTEM_FUNCTION_DISALLOW_CREATE",
              "bytebase SYSTEM_EVENT_DISALLOW_CREATE",
              "bytebase SYSTEM_VIEW_DISALLOW_CREATE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return created(action)
        .filter(
            kind ->
                scene.option(OBJECTS).stream()
                    .anyMatch(o -> kind.endsWith(o.toLowerCase(Locale.ROOT))))
        .map(
            kind ->
                Problem.at(
                    action.place(), "CREATE %s is not wanted here", kind.toUpperCase(Locale.ROOT)))
        .stream()
        .toList();
  }

  private static Optional<String> created(Action action) {
    if (action instanceof Action.CreateView) {
      return Optional.of("view");
    }
    return action instanceof Action.OtherDdl other && other.verb().equals("CREATE")
        ? Optional.of(other.objectType().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
