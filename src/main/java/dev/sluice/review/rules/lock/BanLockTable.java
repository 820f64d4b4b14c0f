package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** A lock that nobody needs to take is a lock too many. */
public final class BanLockTable extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-lock-table",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL),
          "Scripts take no table locks of their own",
          new Explanation(
              "LOCK TABLE in SHARE or a stronger mode, which is ACCESS EXCLUSIVE where none is"
                  + " written, on a table that was there before the change.",
              "Others wait from here until the end of the script's transaction.",
              "Leave locking to the statements themselves, or lock the rows in question with SELECT"
                  + " … FOR UPDATE."));

  public BanLockTable() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean blocks =
        ddl.verb().equals("LOCK")
            && scene.impact(ddl).blocks() != Blocks.NOTHING
            && ddl.name().filter(scene::isNew).isEmpty();
    Message who =
        scene.impact(ddl).blocks() == Blocks.WRITES
            ? Message.of("writers")
            : Message.of("readers and writers");
    return ddl.name()
        .filter(t -> blocks)
        .map(
            t ->
                Problem.at(
                    ddl.place(),
                    "LOCK TABLE keeps %s from %s until the commit",
                    who,
                    scene.sized(t)));
  }
}
