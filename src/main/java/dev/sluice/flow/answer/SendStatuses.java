package dev.sluice.flow.answer;

import dev.sluice.approval.Decision;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.CommitStatus.State;
import dev.sluice.mergerequest.CommitStatuses;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.StatusPlace;
import dev.sluice.review.Verdict;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.SentStatuses;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commit statuses of a merge request's head, each sent only when it says something new. */
public final class SendStatuses {
  public static final String REVIEW = "sluice/review";
  public static final String APPROVAL = "sluice/approval";
  public static final String DEPLOY = "sluice/deploy";

  private static final Logger log = LoggerFactory.getLogger(SendStatuses.class);

  private final StoreDatabase store;
  private final CommitStatuses statuses;

  public SendStatuses(StoreDatabase store, CommitStatuses statuses) {
    this.store = store;
    this.statuses = statuses;
  }

  /** At once, before anything is read: a green pipeline must not open the gate meanwhile. */
  public void pending(Fence fence, MergeRequest mr, Language language) {
    if (last(mr.id().repository(), mr.headSha(), REVIEW).isEmpty()) {
      send(
          fence,
          mr,
          List.of(
              new CommitStatus(REVIEW, State.PENDING, language.text("reviewing"), mr.webUrl())));
    }
  }

  /** The final states of a review, or of a merge request that brings no SQL. */
  public void of(Fence fence, Standing standing, Language language) {
    MergeRequest mr = standing.mergeRequest();
    State review = standing.verdict() == Verdict.PASSED ? State.SUCCESS : State.FAILED;
    String words = language.say(words(standing));
    send(
        fence,
        mr,
        List.of(
            new CommitStatus(REVIEW, review, words, mr.webUrl()), approval(standing, language)));
  }

  private static Message words(Standing standing) {
    if (standing.change().isEmpty() && standing.change().remarks().isEmpty()) {
      return Message.of("no SQL scripts");
    }
    Message review = Verdicts.review(standing);
    return standing.verdict() == Verdict.INCOMPLETE
        ? Message.of("not fully reviewed, %s", review)
        : review;
  }

  private static CommitStatus approval(Standing standing, Language language) {
    String url = standing.mergeRequest().webUrl();
    if (standing.decisions().stream().anyMatch(d -> d.state() == Decision.State.REJECTED)) {
      return new CommitStatus(APPROVAL, State.FAILED, language.text("rejected"), url);
    }
    Optional<Decision> open = standing.decisions().stream().filter(d -> !d.approved()).findFirst();
    return open.isPresent()
        ? new CommitStatus(
            APPROVAL, State.PENDING, language.say("needs %s", needs(open.get())), url)
        : new CommitStatus(APPROVAL, State.SUCCESS, language.text("approved"), url);
  }

  private static Object needs(Decision decision) {
    return decision.seats().stream()
        .filter(s -> s.missing() > 0)
        .map(s -> s.missing() + " × " + s.demand().from())
        .<Object>map(s -> s)
        .reduce((a, b) -> a + ", " + b)
        .orElseGet(() -> Message.of("approval"));
  }

  private void send(Fence fence, MergeRequest mr, List<CommitStatus> wanted) {
    send(fence, mr.id().repository(), mr.headSha(), mr.sourceBranch(), wanted);
  }

  public void send(
      Fence fence, long repository, String sha, String ref, List<CommitStatus> wanted) {
    List<CommitStatus> news =
        wanted.stream()
            .map(SendStatuses::brief)
            .filter(s -> !last(repository, sha, s.name()).equals(Optional.of(s)))
            .toList();
    if (news.isEmpty()) {
      return;
    }
    try {
      StatusPlace place = statuses.place(repository, sha, ref);
      news.forEach(status -> set(fence, place, status));
    } catch (HostRefusedException e) {
      log.warn("GitLab does not show us the commit {}: {}", sha, e.getMessage());
    }
  }

  private static CommitStatus brief(CommitStatus status) {
    return new CommitStatus(
        status.name(),
        status.state(),
        status.description().substring(0, Math.min(255, status.description().length())),
        status.targetUrl());
  }

  /** A status is for people and gates nothing: that GitLab refuses one stops no work. */
  private void set(Fence fence, StatusPlace place, CommitStatus status) {
    try {
      statuses.set(place, status);
      store.update(fence, tx -> SentStatuses.save(tx, place.repository(), place.sha(), status));
    } catch (HostRefusedException e) {
      log.warn("GitLab refused the status {} of {}: {}", status.name(), place, e.getMessage());
    }
  }

  private Optional<CommitStatus> last(long repository, String sha, String name) {
    return store.read(tx -> SentStatuses.last(tx, repository, sha, name));
  }
}
