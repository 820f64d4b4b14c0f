package dev.sluice.review.rules.lock;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How replicas find a row again should be a key. */
public final class BanFullReplicaIdentity extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-full-replica-identity",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Replicas find rows by a key",
              new Explanation(
                  "ALTER TABLE … REPLICA IDENTITY FULL or NOTHING on a table that was there before"
                      + " the change.",
                  "With NOTHING every UPDATE and DELETE of a published table fails; with FULL each"
                      + " writes the whole old row to the log, and a subscriber may read its table"
                      + " for each.",
                  "Use the primary key, which is the default, or REPLICA IDENTITY USING INDEX."))
          .knownAs("atlas PG314");
  private static final Map<String, String> WHAT =
      Map.of(
          "REPLICA IDENTITY FULL", " is replicated with all of every old row",
          "REPLICA IDENTITY NOTHING", " is replicated without a way to find the row");

  public BanFullReplicaIdentity() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    Optional<String> what = Optional.ofNullable(WHAT.get(ddl.detail().clause()));
    return ddl.name()
        .filter(t -> !scene.isNew(t))
        .flatMap(t -> what.map(w -> Problem.at(ddl.place(), t + w)));
  }
}
