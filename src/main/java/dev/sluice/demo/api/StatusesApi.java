package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.Statuses.Placed;
import dev.sluice.demo.act.Statuses.Wanted;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.List;

/** Commit statuses from outside. */
final class StatusesApi {
  private final Actions actions;
  private final Views views;

  StatusesApi(World world, Actions actions) {
    this.actions = actions;
    this.views = new Views(world);
  }

  void register(Routes routes) {
    routes.post("/projects/{id}/statuses/{sha}", this::set);
    routes.get("/projects/{id}/repository/commits/{sha}/statuses", this::list);
  }

  private Object set(Call call) {
    var params = call.params;
    var wanted =
        new Wanted(
            call.path("sha"),
            params.required("state"),
            params.text("name").or(() -> params.text("context")).orElse("default"),
            params.text("ref").orElse(null),
            params.number("pipeline_id").orElse(null),
            params.text("description").orElse(null),
            params.text("target_url").orElse(null));
    return Answer.created(view(actions.statuses.set(call.user, call.project(), wanted)));
  }

  private Object list(Call call) {
    var project = call.project();
    var commit = call.commit(project);
    var name = call.params.text("name");
    var ref = call.params.text("ref");
    List<Placed> found = new ArrayList<>();
    for (var pipeline : project.pipelines) {
      if (pipeline.sha.equals(commit.id()) && ref.map(pipeline.ref::equals).orElse(true)) {
        var jobs = call.params.flag("all") ? pipeline.jobs : pipeline.latest();
        jobs.stream()
            .filter(job -> name.map(job.name::equals).orElse(true))
            .forEach(job -> found.add(new Placed(pipeline, job)));
      }
    }
    return call.page(found, this::view);
  }

  private Fields view(Placed placed) {
    var status = placed.status();
    return new Fields()
        .with("id", status.id)
        .with("sha", placed.pipeline().sha)
        .with("ref", placed.pipeline().ref)
        .with("status", status.status)
        .with("name", status.name)
        .with("target_url", status.targetUrl)
        .with("description", status.description)
        .with("created_at", status.createdAt)
        .with("started_at", status.startedAt)
        .with("finished_at", status.finishedAt)
        .with("allow_failure", false)
        .with("coverage", null)
        .with("pipeline_id", placed.pipeline().id)
        .with("author", views.user(status.author));
  }
}
