package dev.sluice.review.rules.loss;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything at once. */
public final class BanDropDatabase extends RuleFor<OtherDdl> {
  private static final Set<String> KINDS = Set.of("DATABASE", "SCHEMA", "TABLESPACE", "OWNED BY");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-database",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Databases and schemas are not dropped",
              new Explanation(
                  "DROP DATABASE, DROP SCHEMA, DROP TABLESPACE and DROP OWNED BY. A schema that the"
                      + " same script created before is exempt.",
                  "Every table in it is gone for good, also those that nobody thought of.",
                  "Drop what is in it piece by piece, in changes of their own; leave the database"
                      + " to its administrators."))
          .knownAs(
              "bytebase DATABASE_DROP_EMPTY_DATABASE", "atlas DS101", "squawk ban-drop-database");

  public BanDropDatabase() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean drops = ddl.verb().equals("DROP") && KINDS.contains(ddl.objectType());
    if (!drops || (ddl.name().isPresent() && createdBefore(ddl, scene))) {
      return Optional.empty();
    }
    String name = ddl.name().map(ObjectName::toString).orElse("");
    Message kind = Message.text(ddl.objectType().toLowerCase(Locale.ROOT));
    return Optional.of(
        ddl.objectType().equals("OWNED BY")
            ? Problem.at(ddl.place(), "Drops everything that belongs to %s", name)
            : Problem.at(ddl.place(), "Drops %s %s with all that is in it", kind, name));
  }

  private static boolean createdBefore(OtherDdl ddl, Scene scene) {
    return scene
        .script()
        .before(scene.statement())
        .anyMatch(a -> a instanceof OtherDdl other && creates(other, ddl));
  }

  private static boolean creates(OtherDdl other, OtherDdl ddl) {
    return other.verb().equals("CREATE")
        && KINDS.contains(other.objectType())
        && other.name().equals(ddl.name());
  }
}
