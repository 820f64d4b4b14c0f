package dev.sluice.review.rules.naming;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A name that the server cuts off. */
public final class LimitIdentifierLength implements StatementRule {
  private static final int BYTES = 63;
  private static final int CHARACTERS = 64;
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-identifier-length",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Names fit",
              new Explanation(
                  "A name longer than 64 characters in MySQL and MariaDB, which refuse it, or than"
                      + " 63 bytes in PostgreSQL, which cuts it; there it is a warning. Only"
                      + " statements that create or change objects are looked at.",
                  "MySQL stops the deployment; PostgreSQL keeps the first 63 bytes, and two long"
                      + " names may become one.",
                  "Choose a shorter name."))
          .knownAs("squawk identifier-too-long");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    boolean ddl = tokens.at(0, "CREATE") || tokens.at(0, "ALTER") || tokens.at(0, "RENAME");
    return ddl
        ? tokens.tokens().stream()
            .filter(Token::isName)
            .filter(t -> tooLong(t.unquoted(), scene.dialect()))
            .map(t -> problem(t, scene.dialect()))
            .toList()
        : List.of();
  }

  private static boolean tooLong(String name, Dialect dialect) {
    return dialect == Dialect.POSTGRESQL
        ? name.length() > BYTES / 4 && bytes(name) > BYTES
        : name.codePointCount(0, name.length()) > CHARACTERS;
  }

  private static Problem problem(Token token, Dialect dialect) {
    String name = token.unquoted();
    return dialect == Dialect.POSTGRESQL
        ? Problem.at(
                token.place(), "%s has %s bytes; PostgreSQL keeps %s", name, bytes(name), BYTES)
            .as(Severity.WARNING)
        : Problem.at(
            token.place(),
            "%s has %s characters; at most %s",
            name,
            name.codePointCount(0, name.length()),
            CHARACTERS);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
