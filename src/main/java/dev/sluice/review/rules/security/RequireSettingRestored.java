package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A check that stays off. */
public final class RequireSettingRestored implements StatementRule {
  private static final Set<String> OFF = Set.of("0", "OFF", "FALSE", "NO");
  private static final Set<String> CHECKS =
      Set.of("foreign_key_checks", "unique_checks", "foreign_keys", "check_constraint_checks");
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-setting-restored",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Checks that are switched off are switched on again",
          new Explanation(
              "foreign_key_checks, unique_checks or PRAGMA foreign_keys off,"
                  + " session_replication_role = replica, or sql_mode without its strict mode, that"
                  + " the script does not set back afterwards; sql_log_bin off is an error, set"
                  + " back or not. As information, also a search_path that stays, and row_security"
                  + " off. SET LOCAL is exempt.",
              "What runs later in the session is stored unchecked: rows that break foreign keys, or"
                  + " that replicas never get.",
              "Set it back at the end of the script, and check what was stored meanwhile."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<Problem> problems = new ArrayList<>();
    for (Setting setting : Setting.in(scene.statement(), scene.dialect())) {
      if (setting.name().equals("sql_log_bin") && OFF.contains(setting.value())) {
        problems.add(
            Problem.at(setting.place(), "Replicas do not get what follows: sql_log_bin is off")
                .as(Severity.ERROR));
      } else if (weakens(setting) && !restored(setting, scene)) {
        problems.add(Problem.at(setting.place(), "%s stays %s", setting.name(), value(setting)));
      } else if (redirects(setting, scene) && !restored(setting, scene)) {
        problems.add(redirected(setting));
      }
    }
    return problems;
  }

  private static Message value(Setting setting) {
    String value = setting.value();
    boolean off = OFF.contains(value);
    if (off) {
      return Message.of("off");
    }
    return value.isEmpty() ? Message.of("empty") : Message.verbatim(value.toLowerCase(Locale.ROOT));
  }

  /** What comes later finds other tables, or other rows. */
  private static boolean redirects(Setting setting, Scene scene) {
    return scene.dialect() == Dialect.POSTGRESQL
        && !setting.scope().equals("LOCAL")
        && !setting.value().equals("DEFAULT")
        && (setting.name().equals("search_path")
            || (setting.name().equals("row_security") && OFF.contains(setting.value())));
  }

  private static Problem redirected(Setting setting) {
    return Problem.at(setting.place(), "%s stays %s", setting.name(), value(setting))
        .withEffect(
            "What runs later in the session finds other tables or rows than it was written for.")
        .withRemedy("Write SET LOCAL, which ends with the transaction, or RESET it at the end.")
        .as(Severity.INFO);
  }

  private static boolean weakens(Setting setting) {
    if (setting.scope().equals("LOCAL") || setting.scope().equals("GLOBAL")) {
      return false;
    }
    boolean replica =
        setting.name().equals("session_replication_role") && setting.value().equals("REPLICA");
    boolean lax =
        setting.name().equals("sql_mode")
            && !setting.value().matches(".*(STRICT|TRADITIONAL|@|DEFAULT).*");
    boolean ignores =
        setting.name().equals("ignore_check_constraints") && !OFF.contains(setting.value());
    return replica
        || lax
        || ignores
        || (CHECKS.contains(setting.name()) && OFF.contains(setting.value()));
  }

  private static boolean restored(Setting setting, Scene scene) {
    return scene.script().script().statements().stream()
        .filter(s -> s.number() > scene.statement().number())
        .anyMatch(
            s ->
                resets(s, setting)
                    || Setting.in(s, scene.dialect()).stream()
                        .anyMatch(
                            o ->
                                o.name().equals(setting.name())
                                    && !weakens(o)
                                    && !redirects(o, scene)));
  }

  private static boolean resets(Statement statement, Setting setting) {
    Stretch tokens = Stretch.of(statement);
    return tokens.at(0, "RESET") && (tokens.at(1, "ALL") || tokens.at(1, setting.name()));
  }
}
