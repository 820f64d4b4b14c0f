package dev.sluice.gitlab;

import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.ThreadPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** GitLab's "review": draft notes that only their author sees until all are published together. */
final class Drafts {
  private static final String ALL = "/projects/:id/merge_requests/:iid/draft_notes";
  private final GitLabConnection gitlab;

  Drafts(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  /** False when GitLab refuses the position: 400 with words about the line code or position. */
  boolean open(MergeRequestId id, String body, ThreadPosition position) {
    try {
      post(id, new NewDraft(body, PositionJson.of(position), null, null));
      return true;
    } catch (HostRefusedException refused) {
      if (refused.status() == 400 || refused.status() == 422) {
        return false;
      }
      throw refused;
    }
  }

  /** GitLab re-opens the thread when a published answer does not resolve it. */
  void reply(MergeRequestId id, String discussion, String body, boolean resolve) {
    post(id, new NewDraft(body, null, discussion, resolve));
  }

  void publish(MergeRequestId id) {
    Route publish = Route.of(ALL + "/bulk_publish", id.repository(), id.iid());
    try {
      gitlab.rest().post(publish);
    } catch (HostUnavailableException maybeDone) {
      if (!all(id).isEmpty()) {
        gitlab.rest().post(publish);
      }
    }
  }

  void discard(MergeRequestId id) {
    for (Payload.Draft draft : all(id)) {
      gitlab.rest().delete(Route.of(ALL + "/:draft", id.repository(), id.iid(), draft.id()));
    }
  }

  private void post(MergeRequestId id, NewDraft draft) {
    Supplier<Optional<Long>> posted =
        () ->
            all(id).stream()
                .filter(it -> draft.note().strip().equals((it.note() + "").strip()))
                .map(Payload.Draft::id)
                .findFirst();
    OnceOnly.unlessLost(
        posted, () -> gitlab.rest().post(route(id), draft, Payload.Draft.class).id());
  }

  private List<Payload.Draft> all(MergeRequestId id) {
    return gitlab.rest().all(route(id), Payload.Draft.class);
  }

  private static Route route(MergeRequestId id) {
    return Route.of(ALL, id.repository(), id.iid());
  }

  private record NewDraft(
      String note,
      @Nullable PositionJson position,
      @Nullable String inReplyToDiscussionId,
      @Nullable Boolean resolveDiscussion) {}
}
