package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose function is it that a function calls? */
public final class RequireSearchPath implements StatementRule {
  private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "ROUTINE");
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-search-path",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL),
          "SECURITY DEFINER functions set their search_path",
          new Explanation(
              "CREATE FUNCTION or PROCEDURE with SECURITY DEFINER and without SET search_path, and"
                  + " ALTER FUNCTION that makes one SECURITY DEFINER.",
              "Whoever may create objects in a schema of the caller's search_path can put a"
                  + " function or table there that then runs with the owner's rights.",
              "Set the search_path of the function, with pg_temp last, and revoke EXECUTE from"
                  + " PUBLIC."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    int definer = tokens.indexOf("SECURITY", "DEFINER");
    boolean routine = tokens.range(0, 4).tokens().stream().anyMatch(t -> t.isOneOf(ROUTINES));
    boolean defines = tokens.at(0, "CREATE") || tokens.at(0, "ALTER");
    if (definer < 0 || !routine || !defines || tokens.contains("SET", "search_path")) {
      return List.of();
    }
    Place place = tokens.range(definer, definer + 2).place();
    Optional<ObjectName> name =
        scene.statement().actions().stream()
            .filter(OtherDdl.class::isInstance)
            .flatMap(a -> ((OtherDdl) a).name().stream())
            .findFirst();
    String schema = name.flatMap(ObjectName::schema).orElse("public");
    String text = " SET search_path = " + Rewording.quoted(schema, scene.dialect()) + ", pg_temp";
    return List.of(
        Problem.at(
                place,
                "%s runs with its owner's rights and its caller's search_path",
                name.<Object>map(ObjectName::name).orElseGet(() -> Message.of("The function")))
            .withReplacement(Optional.of(Rewording.behind(place, text))));
  }
}
