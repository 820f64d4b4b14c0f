package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.Suggestions;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/** Single notes of merge requests and issues, their reactions and suggestions. */
final class NotesApi {
  private final Actions actions;
  private final NoteView view;

  NotesApi(World world, Actions actions) {
    this.actions = actions;
    this.view = new NoteView(world);
  }

  void register(Routes routes) {
    register(routes, "/projects/{id}/merge_requests/{iid}/notes", Call::mergeRequest);
    register(routes, "/projects/{id}/issues/{iid}/notes", Noteables::issue);
    routes.put("/suggestions/{suggestion}/apply", this::apply);
  }

  private void register(Routes routes, String notes, Function<Call, Noteable> of) {
    routes.get(notes, call -> list(call, of.apply(call)));
    routes.post(notes, call -> create(call, of.apply(call)));
    var one = notes + "/{note}";
    routes.get(one, call -> view.note(Noteables.note(call, of.apply(call))));
    routes.put(one, call -> edit(call, Noteables.note(call, of.apply(call))));
    routes.delete(one, call -> delete(call, Noteables.note(call, of.apply(call))));
    var awards = one + "/award_emoji";
    routes.get(awards, call -> awards(call, Noteables.note(call, of.apply(call))));
    routes.post(awards, call -> award(call, Noteables.note(call, of.apply(call))));
    routes.delete(
        awards + "/{award}", call -> removeAward(call, Noteables.note(call, of.apply(call))));
  }

  private Object list(Call call, Noteable noteable) {
    var byUpdate = call.params.text("order_by").filter("updated_at"::equals).isPresent();
    Function<Note, Instant> key = note -> byUpdate ? note.updatedAt : note.createdAt;
    var sorted = Comparator.comparing(key).thenComparing(note -> note.id);
    var ascending = call.params.text("sort").filter("asc"::equals).isPresent();
    var notes = noteable.notes().sorted(ascending ? sorted : sorted.reversed()).toList();
    return call.page(notes, view::note);
  }

  private Object create(Call call, Noteable noteable) {
    var internal = call.params.flag("internal") || call.params.flag("confidential");
    var body = call.params.required("body");
    var written = actions.notes.comment(call.user, noteable, body, internal);
    return written
        .note()
        .map(note -> Answer.created(view.note(note)))
        .orElseGet(() -> Noteables.commandsOnly(written));
  }

  private Object edit(Call call, Note note) {
    return actions
        .notes
        .edit(call.user, note, call.params.required("body"))
        .map(view::note)
        .orElseThrow(() -> Refusal.badRequest("Note {:note=>[\"can't be blank\"]}"));
  }

  private Object delete(Call call, Note note) {
    actions.notes.delete(call.user, note);
    return Answer.noContent();
  }

  private Object awards(Call call, Note note) {
    return call.page(note.awards, award -> view.award(note, award));
  }

  private Object award(Call call, Note note) {
    var award = actions.notes.award(call.user, note, call.params.required("name"));
    return Answer.created(view.award(note, award));
  }

  private Object removeAward(Call call, Note note) {
    var id = call.id("award");
    var mine = note.awards.stream().filter(each -> each.id() == id).findFirst();
    var award = mine.orElseThrow(() -> Refusal.notFound("Award Emoji"));
    if (award.user().id() != call.user.id()) {
      throw Refusal.forbidden();
    }
    note.awards.remove(award);
    return Answer.noContent();
  }

  /** Suggestions have ids of their own: the note's with two digits for the place in the note. */
  private Object apply(Call call) {
    var id = call.id("suggestion");
    var note =
        call.world.projects.values().stream()
            .flatMap(project -> project.mergeRequests.values().stream())
            .flatMap(MergeRequest::notes)
            .filter(each -> each.id == id / 100 && !Suggestions.of(each).isEmpty())
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("Suggestion"));
    if (note.noteable instanceof MergeRequest mr) {
      actions.suggestions.apply(call.user, mr, note, (int) (id % 100));
    }
    return view.note(note);
  }
}
