package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Code that comes into the server. */
public final class BanExtensionChange implements StatementRule {
  private static final Option<List<String>> ALLOWED =
      Option.texts("allowed", List.of(), "The extensions that scripts may create");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-extension-change",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Extensions and plugins come from the administrators",
              new Explanation(
                  "CREATE EXTENSION and ALTER EXTENSION … UPDATE in PostgreSQL, INSTALL and"
                      + " UNINSTALL PLUGIN or COMPONENT, and CREATE FUNCTION … SONAME in MySQL."
                      + " Extensions that the policy allows are exempt.",
                  "It needs a superuser or files on the server, so it works on one server and fails"
                      + " on the next; what it brings runs with the server's rights.",
                  "Have it installed, then leave it out; or allow it in the policy."))
          .options(ALLOWED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    if (tokens.at(1, "EXTENSION") && (tokens.at(0, "CREATE") || tokens.at(0, "ALTER"))) {
      int name = tokens.at(2, "IF") ? 5 : 2;
      boolean alters = tokens.at(0, "ALTER") && !tokens.contains("UPDATE");
      String extension = tokens.get(name).unquoted();
      boolean allowed = scene.option(ALLOWED).stream().anyMatch(extension::equalsIgnoreCase);
      return alters || allowed
          ? List.of()
          : List.of(Problem.at(tokens.place(), "Needs extension %s on the server", extension));
    }
    boolean installs = tokens.at(0, "INSTALL") || tokens.at(0, "UNINSTALL");
    boolean library = tokens.at(0, "CREATE") && tokens.contains("SONAME");
    return installs || library
        ? List.of(Problem.at(tokens.range(0, 3).place(), "Changes what code the server runs"))
        : List.of();
  }
}
