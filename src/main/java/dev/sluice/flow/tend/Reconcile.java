package dev.sluice.flow.tend;

import dev.sluice.flow.Followed;
import dev.sluice.flow.Work;
import dev.sluice.flow.deploy.Advance;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Note;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.MergeRequestCursors;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what webhooks lost: merge requests updated since the last look, their notes after the
 * last seen one, and every followed branch. A lost webhook costs minutes, not a change or a
 * command.
 */
public final class Reconcile {
  /** The first look goes back this far; older merge requests wake up with their next event. */
  private static final Duration FIRST_LOOK = Duration.ofDays(14);

  /** GitLab commits `updated_at` a little late now and then. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

  private final StoreDatabase store;
  private final CodeHost host;
  private final Followed followed;
  private final Work work;
  private final Advance advance;
  private final Supplier<List<String>> problems;

  /**
   * @param problems what is wrong with the configuration as GitLab sees it, told in the log
   */
  public Reconcile(
      StoreDatabase store,
      CodeHost host,
      Followed followed,
      Work work,
      Advance advance,
      Supplier<List<String>> problems) {
    this.store = store;
    this.host = host;
    this.followed = followed;
    this.work = work;
    this.advance = advance;
    this.problems = problems;
  }

  public Outcome run(Fence fence) {
    problems.get().forEach(p -> log.warn("{}", p));
    var branches = followed.branches();
    for (long repository :
        branches.stream().map(Followed.Branch::repository).collect(Collectors.toSet())) {
      lookAt(fence, repository);
    }
    store.update(
        fence,
        tx -> {
          branches.forEach(b -> work.follow(tx, b.repository(), b.name()));
          Rollouts.unfinished(tx).stream()
              .map(RecordedRollout::deployment)
              .distinct()
              .forEach(d -> advance.advance(tx, d));
        });
    return Outcome.done();
  }

  private void lookAt(Fence fence, long repository) {
    Instant since =
        store
            .read(tx -> MergeRequestCursors.seenUpTo(tx, repository))
            .orElseGet(() -> store.read(ReadTx::now).minus(FIRST_LOOK));
    for (MergeRequest mr : host.mergeRequests().updatedSince(repository, since.minus(OVERLAP))) {
      try {
        lookAt(fence, mr);
      } catch (HostRefusedException e) {
        log.warn("{} is left out of this look: {}", mr.id(), e.getMessage());
      }
    }
  }

  private void lookAt(Fence fence, MergeRequest mr) {
    MergeRequestId id = mr.id();
    long last = store.read(tx -> MergeRequestCursors.lastNote(tx, id));
    List<Note> notes = host.discussions().notesAfter(id, last);
    long us = host.people().me().id();
    store.update(
        fence,
        tx -> {
          work.tend(tx, id);
          notes.stream()
              .filter(n -> !n.system() && n.author().id() != us)
              .forEach(n -> work.comment(tx, id, n.id()));
          notes.stream()
              .mapToLong(Note::id)
              .max()
              .ifPresent(n -> MergeRequestCursors.sawNote(tx, id, n));
          MergeRequestCursors.sawUpTo(tx, id.repository(), mr.updatedAt());
        });
  }
}
