package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A setting for everybody. */
public final class BanServerSetting implements StatementRule {
  private static final Set<String> OBJECTS = Set.of("DATABASE", "ROLE", "USER");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-server-setting",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Scripts leave the server's settings alone",
          new Explanation(
              "SET GLOBAL, SET PERSIST, ALTER SYSTEM, and ALTER DATABASE or ALTER ROLE … SET.",
              "Every session of the server or the database changes, also those of other"
                  + " applications, and no script says so to the next server.",
              "Set it for the session or with SET LOCAL, or leave it to the administrators of the"
                  + " server."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    if (tokens.at(0, "ALTER", "SYSTEM")) {
      return List.of(Problem.at(tokens.place(), "ALTER SYSTEM changes the whole server"));
    }
    if (tokens.at(0, "ALTER") && tokens.isOneOf(1, OBJECTS) && sets(tokens)) {
      Message kind = Message.text(tokens.get(1).text().toLowerCase(Locale.ROOT));
      return List.of(
          Problem.at(
              tokens.place(),
              "Changes a setting of every session of %s %s",
              kind,
              tokens.get(2).text()));
    }
    return Setting.in(scene.statement(), scene.dialect()).stream()
        .filter(s -> s.scope().equals("GLOBAL") || s.scope().startsWith("PERSIST"))
        .map(s -> Problem.at(s.place(), "Sets %s for the whole server", s.name()))
        .toList();
  }

  private static boolean sets(Stretch tokens) {
    int set = tokens.find(3, Set.of("SET", "RESET"));
    return set > 0 && !tokens.at(set + 1, "TABLESPACE");
  }
}
