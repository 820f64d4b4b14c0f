package dev.sluice.review.rules.security;

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
import java.util.stream.IntStream;

/** A role that nothing holds. */
public final class BanPowerfulRole implements StatementRule {
  private static final Set<String> POWERS =
      Set.of("SUPERUSER", "BYPASSRLS", "CREATEROLE", "REPLICATION");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-powerful-role",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL),
          "Roles get no power over the server",
          new Explanation(
              "CREATE or ALTER ROLE, USER or GROUP with SUPERUSER, BYPASSRLS, CREATEROLE or"
                  + " REPLICATION.",
              "The role passes every check of privileges or row security, or can give itself what"
                  + " it lacks.",
              "Leave the attribute out; let administrators create such roles outside of the"
                  + " scripts."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    boolean role =
        (tokens.at(0, "CREATE") || tokens.at(0, "ALTER"))
            && tokens.isOneOf(1, Set.of("ROLE", "USER", "GROUP"))
            && !tokens.at(2, "MAPPING");
    return role
        ? IntStream.range(3, tokens.size())
            .filter(i -> tokens.isOneOf(i, POWERS))
            .mapToObj(
                i ->
                    Problem.at(
                        tokens.get(i).place(),
                        "Role %s gets %s",
                        tokens.get(2).text(),
                        tokens.get(i).text().toUpperCase(Locale.ROOT)))
            .toList()
        : List.of();
  }
}
