package dev.sluice.demo.tour;

import dev.sluice.demo.StandInGitLab;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks at a merge request of the stand-in as a person would, and waits for what should be there.
 */
public final class Watch {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;

  private final StandInGitLab gitlab;
  private final MergeRequest mr;

  public Watch(StandInGitLab gitlab, MergeRequest mr) {
    this.gitlab = gitlab;
    this.mr = mr;
  }

  /** Polls until it holds; IllegalStateException with the words when it never does. */
  public void until(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!gitlab.read(holds::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not seen within " + PATIENCE.toSeconds() + " s: " + what);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** The state of a commit status on the merge request's head, e.g. {@code failed}. */
  public boolean status(String name, String state) {
    return mr.project.pipelines.stream()
        .filter(p -> p.sha.equals(mr.headSha))
        .flatMap(p -> p.latest().stream())
        .filter(s -> s.name.equals(name))
        .map(s -> s.status)
        .anyMatch(state::equals);
  }

  /** A note by Sluice that reads so; the invisible marks that break mentions are no text. */
  public boolean said(String text) {
    return notes().stream().anyMatch(n -> n.body.replace("\u2060", "").contains(text));
  }

  public Optional<Note> summary() {
    return notes().stream().filter(n -> n.body.contains("kind=summary")).findFirst();
  }

  /** Threads of findings that are not resolved. */
  public List<Discussion> openThreads() {
    return mr.discussions.stream()
        .filter(d -> d.first().body.contains("kind=finding"))
        .filter(d -> !d.isResolved())
        .toList();
  }

  private List<Note> notes() {
    return mr.notes().filter(n -> n.author.username().equals("sluice")).toList();
  }
}
