package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** A trigger that is off checks and records nothing, also for everybody else. */
public final class BanDisabledTrigger extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-disabled-trigger",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL),
          "Triggers that are disabled are enabled again",
          new Explanation(
              "ALTER TABLE … DISABLE TRIGGER on a table that was there before the change, without"
                  + " ENABLE TRIGGER on it later in the same script.",
              "Audit, outbox and the like miss every change from then on; with ALL foreign keys are"
                  + " not checked either.",
              "Enable the trigger again at the end of the same script, or drop it if it is not"
                  + " needed."));

  public BanDisabledTrigger() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean disables =
        ddl.is("ALTER", "TABLE") && ddl.detail().clause().startsWith("DISABLE TRIGGER");
    if (!disables || ddl.name().filter(scene::isNew).isPresent() || enabledLater(ddl, scene)) {
      return Optional.empty();
    }
    boolean all = ddl.detail().clause().endsWith("ALL");
    return ddl.name()
        .map(
            t ->
                all
                    ? Message.of("All triggers and foreign keys of %s stay off", t)
                    : Message.of("A trigger of %s stays off", t))
        .map(m -> Problem.at(ddl.place(), m));
  }

  private static boolean enabledLater(OtherDdl ddl, Scene scene) {
    return scene
        .script()
        .after(scene.statement())
        .anyMatch(
            a ->
                a instanceof OtherDdl later
                    && later.name().equals(ddl.name())
                    && later.detail().clause().startsWith("ENABLE")
                    && later.detail().has("TRIGGER"));
  }
}
