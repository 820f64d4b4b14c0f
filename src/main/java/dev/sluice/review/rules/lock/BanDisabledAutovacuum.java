package dev.sluice.review.rules.lock;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A table without autovacuum grows, slows down, and in the end is frozen by force. */
public final class BanDisabledAutovacuum extends RuleFor<OtherDdl> {
  private static final Set<String> OFF = Set.of("FALSE", "OFF", "0", "NO", "F", "N");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-disabled-autovacuum",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Autovacuum stays on",
              new Explanation(
                  "ALTER TABLE … SET (autovacuum_enabled = false) that the same script does not set"
                      + " back or RESET later.",
                  "Dead rows stay and statistics grow old, until a vacuum against wraparound comes"
                      + " at a bad moment.",
                  "Set it back at the end of the script, or tune autovacuum for the table"
                      + " instead."))
          .knownAs("atlas PG320");

  public BanDisabledAutovacuum() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean off = isAbout(ddl) && switchesOff(scene.statement(), ddl);
    return ddl.name()
        .filter(t -> off && !setBack(ddl, scene))
        .map(t -> Problem.at(ddl.place(), "Autovacuum of %s stays off", t));
  }

  private static boolean isAbout(OtherDdl ddl) {
    return ddl.is("ALTER", "TABLE") && Set.of("SET", "RESET").contains(ddl.detail().clause());
  }

  private static boolean switchesOff(Statement statement, OtherDdl ddl) {
    Stretch tokens = Stretch.of(statement, ddl.place());
    int at = tokens.indexOf("autovacuum_enabled");
    return at >= 0
        && tokens.at(at + 1, "=")
        && at + 2 < tokens.size()
        && OFF.contains(tokens.get(at + 2).text().replace("'", "").toUpperCase(Locale.ROOT));
  }

  private static boolean setBack(OtherDdl ddl, Scene scene) {
    return scene.script().script().statements().stream()
        .filter(s -> s.number() > scene.statement().number())
        .anyMatch(
            s ->
                s.actions().stream()
                    .anyMatch(
                        a ->
                            a instanceof OtherDdl later
                                && isAbout(later)
                                && later.name().equals(ddl.name())
                                && mentions(s, later)
                                && !switchesOff(s, later)));
  }

  private static boolean mentions(Statement statement, OtherDdl ddl) {
    return Stretch.of(statement, ddl.place()).contains("autovacuum_enabled");
  }
}
