package dev.sluice.review.rules.compatibility;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Code knows more than tables and columns by their names. */
public final class BanRenameObject implements ActionRule {
  private static final Set<String> KNOWN_TO_CODE =
      Set.of(
          "SCHEMA",
          "TYPE",
          "DOMAIN",
          "SEQUENCE",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "AGGREGATE",
          "VIEW",
          "MATERIALIZED VIEW",
          "EVENT");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-rename-object",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Objects that code calls keep their names",
          new Explanation(
              "ALTER … RENAME of a schema, type, label of an enum, attribute, sequence, function,"
                  + " procedure, view or event that the script does not create. Tables and columns"
                  + " have rules of their own.",
              "Code that still uses the old name fails from this moment on.",
              "Create the new name beside the old one, change the code, and drop the old one in a"
                  + " later change."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof OtherDdl ddl) || !renames(ddl, scene) || isNew(ddl, scene)) {
      return List.of();
    }
    Stretch words = Stretch.of(scene.statement());
    String kind = ddl.objectType().toLowerCase(Locale.ROOT);
    Object name = ddl.name().<Object>map(n -> n).orElse("");
    int at = words.indexOf("RENAME");
    boolean part = words.at(at + 1, "VALUE") || words.at(at + 1, "ATTRIBUTE");
    return List.of(
        part
            ? Problem.at(
                ddl.place(), "%s of type %s gets another name", words.get(at + 2).text(), name)
            : Problem.at(ddl.place(), "Renames %s %s", kind, name));
  }

  private static boolean renames(OtherDdl ddl, Scene scene) {
    return Set.of("ALTER", "RENAME").contains(ddl.verb())
        && KNOWN_TO_CODE.contains(ddl.objectType())
        && Stretch.of(scene.statement()).contains("RENAME");
  }

  private static boolean isNew(OtherDdl ddl, Scene scene) {
    return scene
        .script()
        .before(scene.statement())
        .anyMatch(
            a ->
                a instanceof OtherDdl made
                    && made.is("CREATE", ddl.objectType())
                    && made.name().equals(ddl.name()));
  }
}
