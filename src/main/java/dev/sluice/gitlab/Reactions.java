package dev.sluice.gitlab;

import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequestId;
import java.util.List;

/** Award emoji on notes. GitLab keeps each one per person once, so adding may be repeated. */
final class Reactions {
  private static final String ALL = "/projects/:id/merge_requests/:iid/notes/:note/award_emoji";
  private final GitLabConnection gitlab;

  Reactions(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  void add(MergeRequestId id, long note, String emoji) {
    OnceOnly.unlessLost(
        () -> ours(id, note, emoji).stream().findFirst(), () -> give(id, note, emoji));
  }

  /** GitLab refuses an emoji that is there already; that is what we wanted. */
  private Long give(MergeRequestId id, long note, String emoji) {
    try {
      return gitlab
          .ask(
              "POST " + ALL,
              api ->
                  api.getAwardEmojiApi()
                      .addMergeRequestAwardEmoji(id.repository(), id.iid(), note, emoji))
          .getId();
    } catch (HostRefusedException refused) {
      return ours(id, note, emoji).stream().findFirst().orElseThrow(() -> refused);
    }
  }

  void remove(MergeRequestId id, long note, String emoji) {
    for (long award : ours(id, note, emoji)) {
      gitlab.rest().delete(Route.of(ALL + "/:award", id.repository(), id.iid(), note, award));
    }
  }

  private List<Long> ours(MergeRequestId id, long note, String emoji) {
    long me = gitlab.me();
    return gitlab
        .rest()
        .all(Route.of(ALL, id.repository(), id.iid(), note), Payload.Award.class)
        .stream()
        .filter(award -> award.user().id() == me && award.name().equals(emoji))
        .map(Payload.Award::id)
        .toList();
  }
}
