package dev.sluice.deploy.executor;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.MemoryJournal;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepResult;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.util.List;
import java.util.Optional;

/** The process that {@link CrashTest} kills. It tells on standard output how far it is. */
final class CrashChild implements Journal {
  static final String BEGIN = "begin";
  static final String CALL = "call ";
  static final String END = "end ";

  private final MemoryJournal journal = new MemoryJournal();
  private final int lastCall;
  private String last = "nothing";
  private int calls;

  /**
   * @param lastCall the call of the journal from which this process does not come back
   */
  private CrashChild(int lastCall) {
    this.lastCall = lastCall;
  }

  public static void main(String[] args) {
    Dialect dialect = Dialect.valueOf(args[3]);
    Rig rig = new Rig(new TestDatabase(args[0], args[1], args[2]), dialect);
    rig.pause = Rig.REALLY;
    CrashChild journal = new CrashChild(Integer.parseInt(args[5]));
    System.out.println(BEGIN);
    rig.executor()
        .run(CrashTest.rollout(dialect, Long.parseLong(args[4])), journal, new Cancellation());
    System.out.println(END + journal.calls);
  }

  @Override
  public List<StepResult> steps(RolloutId rollout) {
    return journal.steps(rollout);
  }

  @Override
  public void record(RolloutId rollout, StepResult step) {
    journal.record(rollout, step);
    last = "statement " + step.seq() + " " + step.state();
    called(last);
  }

  @Override
  public Optional<Snapshot> before(RolloutId rollout) {
    return journal.before(rollout);
  }

  @Override
  public void recordBefore(RolloutId rollout, Snapshot snapshot) {
    journal.recordBefore(rollout, snapshot);
    called("snapshot");
  }

  @Override
  public void checkStillOurs(RolloutId rollout) {
    called("fence behind " + last);
  }

  private void called(String what) {
    calls++;
    System.out.println(CALL + calls + " " + what);
    if (calls == lastCall) {
      sleepForEver();
    }
  }

  private static void sleepForEver() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
