package dev.sluice.flow.deploy;

import dev.sluice.deploy.DeploySettings;
import dev.sluice.deploy.RolloutId;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.ProgressView;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Fence;
import dev.sluice.store.LostLease;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.Postings;
import dev.sluice.store.record.Rollouts;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a note about each rollout that runs for longer than a moment: posted once, edited as it
 * goes on, and turned into the result by {@link TellResult}. GitLab is talked to on a thread of its
 * own, so that a statement never waits for it; what it does not take is told with the next edit.
 */
public final class TellProgress {
  private static final Logger LOG = LoggerFactory.getLogger(TellProgress.class);
  private static final long TICK_MILLIS = 200;
  private static final long LAST_CALL_SECONDS = 120;

  private final StoreDatabase store;
  private final CodeHost host;
  private final Posts posts;
  private final Speaking speaking;
  private final DeploySettings settings;
  private final Clock clock;
  private final Notes notes = new Notes();

  public TellProgress(
      StoreDatabase store, CodeHost host, Speaking speaking, DeploySettings settings, Clock clock) {
    this.store = store;
    this.host = host;
    this.posts = new Posts(store, host);
    this.speaking = speaking;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the note is called while the rollout runs; one per rollout at a time. */
  static String purpose(RolloutId id) {
    return "progress/" + id.value();
  }

  /** Until it is closed. */
  Following follow(Fence fence, RunRollout.Case rollout) {
    return new Following(fence, rollout);
  }

  /** Where there is a note, it must not say that something runs. */
  void paused(Fence fence, RunRollout.Case rollout, String reason) {
    String purpose = purpose(rollout.rollout().id());
    MergeRequestId mr = rollout.deployment().mergeRequest();
    if (store.read(tx -> Postings.find(tx, mr, purpose)).isPresent()) {
      Language language = speaking.of(rollout.change());
      put(
          fence,
          mr,
          purpose,
          ComposeProgress.paused(purpose, rollout.rollout().target(), reason, language),
          language);
    }
  }

  private void put(
      Fence fence, MergeRequestId mr, String purpose, ProgressView view, Language language) {
    posts.put(
        fence,
        mr,
        purpose,
        notes.progress(view, language),
        () -> host.discussions().discussions(mr));
  }

  /** One rollout that runs. */
  final class Following implements AutoCloseable {
    private final Fence fence;
    private final RunRollout.Case rollout;
    private final ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(Following::daemon);
    private Instant due;

    private Following(Fence fence, RunRollout.Case rollout) {
      this.fence = fence;
      this.rollout = rollout;
      boolean grouped =
          store
              .read(tx -> GroupPlaces.of(tx, rollout.deployment().id()))
              .containsKey(rollout.rollout().id());
      // a group has one note for all its targets
      this.due = grouped ? Instant.MAX : clock.instant().plus(settings.progressAfter());
      var unused =
          thread.scheduleWithFixedDelay(
              this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
      Instant now = clock.instant();
      if (now.isBefore(due)) {
        return;
      }
      due = now.plus(settings.progressEvery());
      try {
        tell();
      } catch (LostLease e) { // whoever has the lane now tells
        thread.shutdown();
      } catch (RuntimeException e) {
        LOG.info("the progress of {} is told later: {}", rollout.rollout().target(), e.toString());
      }
    }

    private void tell() {
      store.update(fence, tx -> {}); // a note of a newer worker must not be written over
      Language language = speaking.of(rollout.change());
      String purpose = purpose(rollout.rollout().id());
      ComposeProgress.Facts facts =
          store.read(
              tx ->
                  ComposeProgress.Facts.read(
                      tx, Rollouts.find(tx, rollout.rollout().id()).orElseThrow()));
      put(
          fence,
          rollout.deployment().mergeRequest(),
          purpose,
          ComposeProgress.compose(purpose, facts, language),
          language);
    }

    /** No edit follows afterwards: the result must be the note's last word. */
    @Override
    public void close() {
      thread.shutdown();
      try {
        if (!thread.awaitTermination(LAST_CALL_SECONDS, TimeUnit.SECONDS)) {
          thread.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static Thread daemon(Runnable task) {
      Thread thread = new Thread(task, "sluice-progress");
      thread.setDaemon(true);
      return thread;
    }
  }
}
