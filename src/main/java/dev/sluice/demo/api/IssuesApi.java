package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Issue;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Issues; their notes are in {@link NotesApi}. */
final class IssuesApi {
  private final World world;
  private final Actions actions;
  private final Views views;

  IssuesApi(World world, Actions actions) {
    this.world = world;
    this.actions = actions;
    this.views = new Views(world);
  }

  void register(Routes routes) {
    routes.get("/projects/{id}/issues", this::list);
    routes.post("/projects/{id}/issues", this::create);
    routes.get("/projects/{id}/issues/{iid}", call -> view(Noteables.issue(call)));
    routes.put("/projects/{id}/issues/{iid}", this::update);
  }

  private Object list(Call call) {
    var state = call.params.text("state").filter(text -> !text.equals("all"));
    var labels = call.params.list("labels");
    var search = call.params.text("search").orElse("");
    var found =
        new ArrayList<>(
            call.project().issues.values().stream()
                .filter(issue -> state.map(issue.state::equals).orElse(true))
                .filter(issue -> issue.labels.containsAll(labels))
                .filter(issue -> (issue.title + issue.description).contains(search))
                .toList());
    Collections.reverse(found);
    return call.page(found, this::view);
  }

  private Object create(Call call) {
    var project = call.project();
    new Access(world).require(call.user, project, Level.GUEST);
    var iid = project.issues.size() + 1L;
    var identity = new Noteable.Identity(world.nextId(), iid);
    var title = call.params.required("title");
    var issue = new Issue(identity, project, call.user, title, world.now());
    issue.description = call.params.text("description").orElse("");
    actions.labels.change(issue, call.params.list("labels"), List.of());
    project.issues.put(iid, issue);
    return Answer.created(view(issue));
  }

  private Object update(Call call) {
    var issue = Noteables.issue(call);
    if (issue.author.id() != call.user.id()) {
      new Access(world).require(call.user, issue.project, Level.REPORTER);
    }
    var params = call.params;
    params.text("title").ifPresent(title -> issue.title = title);
    params.text("description").ifPresent(text -> issue.description = text);
    params
        .text("state_event")
        .ifPresent(event -> issue.state = event.equals("close") ? "closed" : "opened");
    actions.labels.change(issue, params.list("add_labels"), params.list("remove_labels"));
    issue.updatedAt = world.now();
    return view(issue);
  }

  private Fields view(Noteable issue) {
    return new Fields()
        .with("id", issue.id)
        .with("iid", issue.iid)
        .with("project_id", issue.project.id)
        .with("title", issue.title)
        .with("description", issue.description)
        .with("state", issue.state)
        .with("labels", issue.labels)
        .with("author", views.user(issue.author))
        .with("assignees", List.of())
        .with("created_at", issue.createdAt)
        .with("updated_at", issue.updatedAt)
        .with("user_notes_count", issue.notes().filter(note -> !note.system).count())
        .with("confidential", false)
        .with("web_url", world.url() + "/" + issue.project.path + "/-/issues/" + issue.iid);
  }
}
