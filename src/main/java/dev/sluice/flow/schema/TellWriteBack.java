package dev.sluice.flow.schema;

import dev.sluice.flow.Speaking;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.People;
import dev.sluice.store.Fence;

/** Says in the merge request why a schema is not in the repository; the deployment is done. */
public final class TellWriteBack {
  private static final int FORBIDDEN = 403;

  private final Posts posts;
  private final People people;
  private final Speaking speaking;

  public TellWriteBack(Posts posts, People people, Speaking speaking) {
    this.posts = posts;
    this.people = people;
    this.speaking = speaking;
  }

  void refused(
      Fence fence, WriteBackSchemas.Through through, String branch, HostRefusedException refusal) {
    Language language = speaking.of(through.change());
    Message why =
        refusal.status() == FORBIDDEN
            ? Message.of(
                "GitLab does not let %s push there. Allow it under Settings, Repository, Protected"
                    + " branches, or name another branch under write_back in bot-config.yml",
                people.me().username())
            : Message.text(refusal.getMessage() + "");
    Message all =
        Message.of(
            "The deployment to %s is done, but its schema was not written to the branch %s: %s.",
            through.environment(), branch, why);
    posts.once(
        fence,
        through.deployment().mergeRequest(),
        "write-back/" + through.deployment().id() + "/" + through.environment(),
        "",
        "📄 " + Markdown.escape(language.say(all)));
  }
}
