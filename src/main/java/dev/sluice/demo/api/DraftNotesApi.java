package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.model.DraftNote;
import dev.sluice.demo.model.World;

/** Draft notes: a review that only its author sees until it is published. */
final class DraftNotesApi {
  private final Actions actions;

  DraftNotesApi(Actions actions) {
    this.actions = actions;
  }

  void register(Routes routes) {
    var drafts = "/projects/{id}/merge_requests/{iid}/draft_notes";
    routes.get(drafts, this::list);
    routes.post(drafts, this::create);
    routes.post(drafts + "/bulk_publish", this::publishAll);
    routes.get(drafts + "/{draft}", call -> NoteView.draft(call.mergeRequest(), draft(call)));
    routes.put(drafts + "/{draft}", this::update);
    routes.put(drafts + "/{draft}/publish", this::publish);
    routes.delete(drafts + "/{draft}", this::delete);
  }

  private DraftNote draft(Call call) {
    return actions.drafts.find(call.user, call.mergeRequest(), call.id("draft"));
  }

  private Object list(Call call) {
    var mr = call.mergeRequest();
    return call.page(actions.drafts.of(call.user, mr), draft -> NoteView.draft(mr, draft));
  }

  private Object create(Call call) {
    var mr = call.mergeRequest();
    World world = call.world;
    var params = call.params;
    var draft =
        new DraftNote(
            world.nextId(),
            call.user,
            params.required("note"),
            params.has("position") ? Noteables.position(params) : null,
            params.text("in_reply_to_discussion_id").orElse(null),
            params.flag("resolve_discussion"));
    return Answer.created(NoteView.draft(mr, actions.drafts.add(mr, draft)));
  }

  private Object update(Call call) {
    var mr = call.mergeRequest();
    var old = draft(call);
    var changed = old.withNote(call.params.text("note").orElse(old.note()));
    mr.drafts.set(mr.drafts.indexOf(old), changed);
    return NoteView.draft(mr, changed);
  }

  private Object delete(Call call) {
    call.mergeRequest().drafts.remove(draft(call));
    return Answer.noContent();
  }

  private Object publish(Call call) {
    actions.drafts.publish(call.user, call.mergeRequest(), draft(call));
    return Answer.noContent();
  }

  private Object publishAll(Call call) {
    var mr = call.mergeRequest();
    actions.drafts.of(call.user, mr).forEach(each -> actions.drafts.publish(call.user, mr, each));
    return Answer.noContent();
  }
}
