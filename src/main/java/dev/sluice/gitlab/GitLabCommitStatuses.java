package dev.sluice.gitlab;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.CommitStatuses;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.StatusPlace;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gitlab4j.models.Constants.CommitBuildState;
import org.jspecify.annotations.Nullable;

/**
 * GitLab keeps a status as a job of a pipeline. Without being told which, it picks one by commit
 * and branch, which is the wrong one as soon as merge request pipelines run: so the commit's newest
 * pipeline is named, and the branch only where there is none or GitLab does not accept it.
 */
final class GitLabCommitStatuses implements CommitStatuses {
  private static final String CALL = "POST /projects/:id/statuses/:sha";
  private static final Pattern REPEATED =
      Pattern.compile("Cannot transition status via :\\w+ from :(\\w+)");
  private static final int LONGEST = 255;

  private final GitLabConnection gitlab;
  private final RetryPolicy<Object> busy;

  GitLabCommitStatuses(GitLabConnection gitlab) {
    this.gitlab = gitlab;
    Patience patience = gitlab.patience();
    this.busy =
        RetryPolicy.builder()
            .handleIf(failure -> failure instanceof HostRefusedException no && no.status() == 409)
            .withMaxAttempts(patience.attempts() * 2)
            .withDelayFn(context -> patience.pauseAfter(context.getAttemptCount()))
            .build();
  }

  @Override
  public StatusPlace place(long repository, String sha, String ref) {
    return new StatusPlace(repository, sha, ref, newestPipeline(repository, sha));
  }

  @Override
  public void set(StatusPlace place, CommitStatus status) {
    OptionalLong pipeline = place.pipeline();
    try {
      if (pipeline.isPresent()) {
        send(place, null, pipeline.getAsLong(), status);
      } else {
        send(place, place.ref(), null, status);
      }
    } catch (HostRefusedException notThere) {
      if (pipeline.isEmpty() || !wrongPlace(notThere)) {
        throw notThere;
      }
      send(place, place.ref(), null, status);
    }
  }

  /** The pipeline is gone, archived, full or of another branch. */
  private static boolean wrongPlace(HostRefusedException refused) {
    return refused.status() == 400 || refused.status() == 404 || refused.status() == 422;
  }

  private OptionalLong newestPipeline(long repository, String sha) {
    Route commit = Route.of("/projects/:id/repository/commits/:sha", repository, sha);
    return gitlab
        .rest()
        .find(commit, Payload.CommitPipeline.class)
        .map(Payload.CommitPipeline::lastPipeline)
        .filter(pipeline -> sha.equals(pipeline.sha()))
        .map(pipeline -> OptionalLong.of(pipeline.id()))
        .orElseGet(OptionalLong::empty);
  }

  private void send(
      StatusPlace place, @Nullable String ref, @Nullable Long pipeline, CommitStatus status) {
    org.gitlab4j.api.models.CommitStatus sent =
        new org.gitlab4j.api.models.CommitStatus()
            .withName(status.name())
            .withRef(ref)
            .withPipelineId(pipeline)
            .withDescription(shorten(status.description()))
            .withTargetUrl(status.targetUrl().length() > LONGEST ? null : status.targetUrl());
    CommitBuildState state = CommitBuildState.valueOf(status.state().name());
    try {
      Failsafe.with(busy)
          .run(
              () ->
                  gitlab.ask(
                      CALL,
                      api ->
                          api.getCommitsApi()
                              .addCommitStatus(place.repository(), place.sha(), state, sent)));
    } catch (HostRefusedException refused) {
      if (!repeats(refused, status.state())) {
        throw refused;
      }
    }
  }

  /**
   * GitLab refuses a transition to the state that it is in already, which is what we wanted, and
   * from running back to pending, which people need not see.
   */
  private static boolean repeats(HostRefusedException refused, CommitStatus.State wanted) {
    Matcher from = REPEATED.matcher(refused.getMessage() + "");
    if (refused.status() != 400 || !from.find()) {
      return false;
    }
    return from.group(1).equals(wanted.name().toLowerCase(Locale.ROOT))
        || (wanted == CommitStatus.State.PENDING && from.group(1).equals("running"));
  }

  private static String shorten(String description) {
    return description.length() <= LONGEST
        ? description
        : description.substring(0, LONGEST - 1) + "…";
  }
}
