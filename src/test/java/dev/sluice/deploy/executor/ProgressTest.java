package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.deploy.MemoryJournal;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.TakenOverException;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Ran RAN = new Ran(OptionalLong.of(1), List.of());

  private final SettableClock clock = new SettableClock();
  private final MemoryJournal journal = new MemoryJournal();
  private final Rollout rollout =
      rollout(script("V2__x.sql", "select 1; select 2; select 3; select 4;"));
  private final RolloutPlan plan =
      RolloutPlan.of(rollout.scripts(), Dialect.POSTGRESQL, new SqlReader());
  private final Progress progress = new Progress(rollout.id(), plan, journal, INTERVAL, clock);
  private final List<String> written = new ArrayList<>();

  ProgressTest() {
    journal.onRecord(s -> written.add(s.seq() + " " + s.state()));
  }

  @Test
  void insideATransactionTheJournalHearsOfStatementsOncePerInterval() {
    run(1);
    run(2);
    assertThat(written).isEmpty();
    clock.advance(INTERVAL);
    run(3);
    assertThat(written).containsExactly("1 DONE", "2 DONE", "3 STARTED");
    run(4);
    assertThat(written).hasSize(3);
    progress.write();
    assertThat(written).endsWith("3 DONE", "4 DONE");
  }

  @Test
  void aStatementThatRunsLongIsWrittenFromOutside() {
    progress.startedInTransaction(step(1));
    progress.writeWhenDue();
    assertThat(written).isEmpty();
    clock.advance(INTERVAL);
    progress.writeWhenDue();
    assertThat(written).containsExactly("1 STARTED");
  }

  @Test
  void whatTheJournalRefusedIsOfferedAgain() {
    progress.startedInTransaction(step(1));
    journal.takenOver = true;
    assertThatThrownBy(progress::write).isInstanceOf(TakenOverException.class);
    journal.takenOver = false;
    progress.write();
    assertThat(written).containsExactly("1 STARTED");
  }

  @Test
  void aClockThatIsSetMeanwhileDoesNotMakeAStatementLongOrNegative() {
    for (Duration wrong : List.of(Duration.ofDays(-400), Duration.ofDays(400))) {
      progress.started(step(1));
      clock.advance(wrong);
      assertThat(progress.end(step(1)))
          .isBetween(progress.of(step(1)).startedAt(), progress.of(step(1)).startedAt().plus(LONG));
      progress.ran(step(1), RAN);
      assertThat(progress.of(step(1)).duration()).isPositive().isLessThan(LONG);
    }
  }

  @Test
  void aClockThatIsPutBackDoesNotKeepTheJournalWaiting() {
    progress.startedInTransaction(step(1));
    clock.advance(Duration.ofHours(-1));
    progress.writeWhenDue();
    assertThat(written).containsExactly("1 STARTED");
  }

  private void run(int seq) {
    progress.startedInTransaction(step(seq));
    progress.ranInTransaction(step(seq), RAN);
  }

  private Step step(int seq) {
    return plan.steps().get(seq - 1);
  }
}
