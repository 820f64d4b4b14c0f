package dev.sluice.deploy.executor;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.MemoryJournal;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.Underway;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The process that {@link CrashTest} kills. It tells on standard output how far it is. */
final class CrashChild implements Journal {
  static final String BEGIN = "begin";
  static final String CALL = "call ";
  static final String END = "end ";

  private final MemoryJournal journal = new MemoryJournal();
  private final String stop;
  private String last = "nothing";
  private int calls;

  private CrashChild(String stop) {
    this.stop = stop;
  }

  /**
   * Runs a try of the rollout in a process of its own.
   *
   * @param stop the call of the journal, by number or as it is told, in which the process waits
   *     until it gets a line
   */
  static Process start(TestDatabase database, Dialect dialect, long token, String stop)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            database.url(),
            database.username(),
            database.password(),
            dialect.name(),
            String.valueOf(token),
            stop)
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) {
    Dialect dialect = Dialect.valueOf(args[3]);
    Rig rig = new Rig(new TestDatabase(args[0], args[1], args[2]), dialect);
    rig.pause = Rig.REALLY;
    CrashChild journal = new CrashChild(args[5]);
    Rollout rollout = CrashTest.rollout(dialect, Long.parseLong(args[4]));
    System.out.println(BEGIN);
    RolloutResult result = rig.executor().run(rollout, journal, new Cancellation());
    System.out.println(END + result.getClass().getSimpleName());
  }

  @Override
  public List<StepResult> steps(RolloutId rollout) {
    return journal.steps(rollout);
  }

  @Override
  public void record(RolloutId rollout, List<StepResult> written) {
    written.forEach(step -> record(rollout, step));
  }

  private void record(RolloutId rollout, StepResult step) {
    journal.record(rollout, List.of(step));
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
  public List<RecordedBackup> backups(RolloutId rollout) {
    return journal.backups(rollout);
  }

  @Override
  public void recordBackups(RolloutId rollout, List<RecordedBackup> written) {
    journal.recordBackups(rollout, written);
  }

  @Override
  public void checkStillOurs(RolloutId rollout) {
    called("fence behind " + last);
  }

  private void called(String what) {
    calls++;
    System.out.println(CALL + calls + " " + what);
    if (stop.equals(what) || stop.equals(String.valueOf(calls))) {
      awaitLine();
    }
  }

  private static void awaitLine() {
    try {
      if (System.in.read() < 0) {
        Runtime.getRuntime().halt(1); // nobody is left to say anything
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void underway(RolloutId rollout, Underway seen) {
    journal.underway(rollout, seen);
  }

  @Override
  public Optional<String> cancelledBy(RolloutId rollout) {
    return journal.cancelledBy(rollout);
  }

  @Override
  public void remark(RolloutId rollout, String topic, String words) {
    journal.remark(rollout, topic, words);
  }

  @Override
  public Instant heldBack(RolloutId rollout) {
    return journal.heldBack(rollout);
  }

  @Override
  public Optional<Instant> letThrough(RolloutId rollout) {
    return journal.letThrough(rollout);
  }
}
