package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of others. */
public final class BanDisabledRowSecurity implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-disabled-row-security",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL),
          "Row security stays on",
          new Explanation(
              "ALTER TABLE … DISABLE ROW LEVEL SECURITY or NO FORCE ROW LEVEL SECURITY on a table"
                  + " that was there before the change; as a warning, a policy for writing whose"
                  + " condition is true.",
              "Every role with a privilege on the table reads and changes the rows of all others.",
              "Keep it on, and give the role that needs all rows a policy of its own."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    List<Problem> problems = new ArrayList<>();
    for (Action action : scene.statement().actions()) {
      if (action instanceof OtherDdl ddl
          && ddl.is("ALTER", "TABLE")
          && ddl.name().filter(scene::isNew).isEmpty()) {
        Stretch clause = Stretch.of(scene.statement(), ddl.place());
        boolean off = clause.at(0, "DISABLE", "ROW", "LEVEL") || clause.at(0, "NO", "FORCE", "ROW");
        Object table = ddl.name().<Object>map(n -> n).orElseGet(() -> Message.of("the table"));
        if (off) {
          problems.add(
              clause.at(0, "NO")
                  ? Problem.at(
                      ddl.place(), "Row security of %s is switched off for its owner", table)
                  : Problem.at(ddl.place(), "Row security of %s is switched off", table));
        }
      }
    }
    open(tokens, scene).ifPresent(problems::add);
    return problems;
  }

  private static Optional<Problem> open(Stretch tokens, Scene scene) {
    boolean policy = tokens.at(1, "POLICY") && (tokens.at(0, "CREATE") || tokens.at(0, "ALTER"));
    if (!policy || tokens.contains("FOR", "SELECT") || tokens.contains("RESTRICTIVE")) {
      return Optional.empty();
    }
    for (String word : List.of("USING", "CHECK")) {
      int at = tokens.indexOf(word, "(", "TRUE", ")");
      if (at > 0) {
        Place place = tokens.range(at, at + 4).place();
        return Optional.of(
            Problem.at(
                    place,
                    "Policy %s lets everybody write every row",
                    scene.text(tokens.get(2).place()))
                .as(Severity.WARNING));
      }
    }
    return Optional.empty();
  }
}
