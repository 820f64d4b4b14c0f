package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.Notes.Written;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;

/** Threads of merge requests. */
final class DiscussionsApi {
  private final Actions actions;
  private final NoteView view;

  DiscussionsApi(World world, Actions actions) {
    this.actions = actions;
    this.view = new NoteView(world);
  }

  void register(Routes routes) {
    var discussions = "/projects/{id}/merge_requests/{iid}/discussions";
    routes.get(discussions, this::list);
    routes.post(discussions, this::create);
    var one = discussions + "/{discussion}";
    routes.get(one, call -> view.discussion(discussion(call)));
    routes.put(one, this::resolve);
    routes.post(one + "/notes", this::reply);
    routes.put(one + "/notes/{note}", this::edit);
    routes.delete(one + "/notes/{note}", this::delete);
  }

  private static Discussion discussion(Call call) {
    return Noteables.discussion(call, call.mergeRequest());
  }

  private Object list(Call call) {
    return call.page(call.mergeRequest().discussions, view::discussion);
  }

  private Object create(Call call) {
    var mr = call.mergeRequest();
    var body = call.params.required("body");
    var position = call.params.has("position") ? Noteables.position(call.params) : null;
    var written = actions.notes.startThread(call.user, mr, body, position);
    var note = written(written);
    return Answer.created(view.discussion(mr.discussion(note.discussionId).orElseThrow()));
  }

  private static Note written(Written written) {
    return written.note().orElseThrow(() -> Noteables.commandsOnlyInThread(written));
  }

  private Object reply(Call call) {
    var mr = call.mergeRequest();
    var discussion = Noteables.discussion(call, mr);
    var body = call.params.required("body");
    return Answer.created(view.note(written(actions.notes.reply(call.user, mr, discussion, body))));
  }

  private Object resolve(Call call) {
    var mr = call.mergeRequest();
    var discussion = Noteables.discussion(call, mr);
    call.params.required("resolved");
    actions.notes.resolve(call.user, mr, discussion, call.params.flag("resolved"));
    return view.discussion(discussion);
  }

  /** Either a new body or a new state of the thread, never both. */
  private Object edit(Call call) {
    MergeRequest mr = call.mergeRequest();
    var discussion = Noteables.discussion(call, mr);
    var note = Noteables.note(call, mr);
    var params = call.params;
    if (params.has("body") == params.has("resolved")) {
      throw Refusal.invalid("body, resolved are mutually exclusive or missing");
    }
    if (params.has("resolved")) {
      actions.notes.resolve(call.user, mr, discussion, params.flag("resolved"));
      return view.note(note);
    }
    return actions
        .notes
        .edit(call.user, note, params.required("body"))
        .map(view::note)
        .orElseThrow(() -> Refusal.badRequest("Note {:note=>[\"can't be blank\"]}"));
  }

  private Object delete(Call call) {
    actions.notes.delete(call.user, Noteables.note(call, call.mergeRequest()));
    return Answer.noContent();
  }
}
