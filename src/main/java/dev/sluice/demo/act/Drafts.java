package dev.sluice.demo.act;

import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.DraftNote;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;

/** A review in the making: drafts belong to their author alone until they are published. */
public final class Drafts {
  private final Access access;
  private final Notes notes;

  Drafts(World world, Notes notes) {
    this.access = new Access(world);
    this.notes = notes;
  }

  public List<DraftNote> of(User author, MergeRequest mr) {
    return mr.drafts.stream().filter(draft -> draft.author().id() == author.id()).toList();
  }

  public DraftNote find(User author, MergeRequest mr, long id) {
    return of(author, mr).stream()
        .filter(draft -> draft.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Draft Note"));
  }

  public DraftNote add(MergeRequest mr, DraftNote draft) {
    access.require(draft.author(), mr.project, Level.GUEST);
    if (mr.locked || mr.project.settings.archived) {
      throw Refusal.forbidden();
    }
    if (draft.note().isBlank()) {
      throw Refusal.badRequest("Draft note {:note=>[\"can't be blank\"]}");
    }
    if (draft.position() != null) {
      Positions.check(mr, draft.position());
    }
    if (draft.discussionId() != null && mr.discussion(draft.discussionId()).isEmpty()) {
      throw Refusal.notFound("Discussion");
    }
    mr.drafts.add(draft);
    return draft;
  }

  /** Publishes one draft as a note, with everything that follows from a note. */
  public void publish(User by, MergeRequest mr, DraftNote draft) {
    mr.drafts.remove(draft);
    if (draft.discussionId() == null) {
      notes.startThread(by, mr, draft.note(), draft.position());
      return;
    }
    var discussion =
        mr.discussion(draft.discussionId()).orElseThrow(() -> Refusal.notFound("Discussion"));
    notes.reply(by, mr, discussion, draft.note());
    if (discussion.isResolvable()) {
      // an answer that does not resolve the thread opens it again
      notes.resolve(by, mr, discussion, draft.resolveDiscussion());
    }
  }
}
