package dev.sluice.review.rules.lock;

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

  public BanFullReplicaIdentity() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    return ddl.name()
        .filter(t -> !scene.isNew(t))
        .flatMap(t -> message(t, ddl.detail().clause()))
        .map(m -> Problem.at(ddl.place(), m));
  }

  private static Optional<Message> message(ObjectName table, String clause) {
    return switch (clause) {
      case "REPLICA IDENTITY FULL" ->
          Optional.of(Message.of("%s is replicated with all of every old row", table));
      case "REPLICA IDENTITY NOTHING" ->
          Optional.of(Message.of("%s is replicated without a way to find the row", table));
      default -> Optional.empty();
    };
  }
}
