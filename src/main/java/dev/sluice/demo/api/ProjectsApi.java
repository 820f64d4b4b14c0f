package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Projects, groups, their members and labels. */
final class ProjectsApi {
  private final World world;
  private final Actions actions;
  private final Views views;
  private final Access access;

  ProjectsApi(World world, Actions actions) {
    this.world = world;
    this.actions = actions;
    this.views = new Views(world);
    this.access = new Access(world);
  }

  void register(Routes routes) {
    routes.get("/projects/{id}", call -> views.project(call.project(), call.user));
    routes.get("/projects/{id}/members/all", call -> members(call, projectMembers(call)));
    routes.get("/projects/{id}/members/all/{user}", call -> member(call, projectMembers(call)));
    routes.get("/projects/{id}/members/{user}", call -> member(call, call.project().members));
    routes.get("/projects/{id}/labels", this::labels);
    routes.post("/projects/{id}/labels", this::createLabel);
    routes.get("/groups/{id}", call -> views.group(group(call)));
    routes.get("/groups/{id}/members", call -> members(call, group(call).members));
    routes.get("/groups/{id}/members/all", call -> members(call, access.members(group(call))));
    routes.get(
        "/groups/{id}/members/all/{user}", call -> member(call, access.members(group(call))));
  }

  private Map<Long, Integer> projectMembers(Call call) {
    return access.members(call.project());
  }

  private Object members(Call call, Map<Long, Integer> levels) {
    return call.page(new ArrayList<>(levels.entrySet()), views::member);
  }

  private Object member(Call call, Map<Long, Integer> levels) {
    var user = call.id("user");
    var level = levels.get(user);
    if (level == null || !world.users.containsKey(user)) {
      throw Refusal.notFound("Member");
    }
    return views.member(Map.entry(user, level));
  }

  /** A group that the user may not see does not exist for it. */
  private Group group(Call call) {
    var id = call.path("id");
    var group =
        id.matches("\\d+")
            ? Optional.ofNullable(world.groups.get(Long.valueOf(id)))
            : world.group(id);
    return group
        .filter(each -> access.canSee(call.user, each))
        .orElseThrow(() -> Refusal.notFound("Group"));
  }

  private Object labels(Call call) {
    return call.page(new ArrayList<>(call.project().labels.values()), Views::label);
  }

  private Object createLabel(Call call) {
    var project = call.project();
    access.require(call.user, project, Level.REPORTER);
    var name = call.params.required("name");
    if (project.labels.containsKey(name)) {
      throw Refusal.of(409, "Label already exists");
    }
    var color = call.params.required("color");
    Fields label = Views.label(actions.labels.create(project, name, color));
    return Answer.created(label);
  }
}
