package dev.sluice.deploy.executor;

import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;

/** The process that {@link CrashTest} kills. */
final class CrashChild {
  static final String MARK = "step ";

  private CrashChild() {}

  public static void main(String[] args) {
    Dialect dialect = Dialect.valueOf(args[3]);
    Rig rig = new Rig(new TestDatabase(args[0], args[1], args[2]), dialect);
    rig.pause = Rig.REALLY;
    rig.journal.onRecord(s -> System.out.println(MARK + s.seq() + " " + s.state()));
    rig.run(
        Rollouts.rollout(
            1,
            Long.parseLong(args[4]),
            dialect == Dialect.SQLITE ? CrashTest.SQLITE : CrashTest.POSTGRESQL));
  }
}
