package dev.sluice.demo.api;

import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Deployment;
import dev.sluice.demo.model.Environment;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Environments and what was deployed to them. */
final class DeploymentsApi {
  private static final Set<String> STATES =
      Set.of("created", "running", "success", "failed", "canceled", "blocked");
  private final World world;
  private final Views views;
  private final Access access;

  DeploymentsApi(World world) {
    this.world = world;
    this.views = new Views(world);
    this.access = new Access(world);
  }

  void register(Routes routes) {
    var project = "/projects/{id}";
    routes.get(project + "/environments", this::environments);
    routes.post(project + "/environments", this::createEnvironment);
    routes.get(project + "/deployments", this::list);
    routes.post(project + "/deployments", this::create);
    routes.get(project + "/deployments/{deployment}", this::read);
    routes.put(project + "/deployments/{deployment}", this::update);
  }

  private Object environments(Call call) {
    var name = call.params.text("name");
    var search = call.params.text("search").orElse("");
    var found =
        call.project().environments.stream()
            .filter(each -> name.map(each.name()::equals).orElse(true))
            .filter(each -> each.name().contains(search))
            .toList();
    return call.page(found, DeploymentsApi::view);
  }

  private static Fields view(Environment environment) {
    return new Fields()
        .with("id", environment.id())
        .with("name", environment.name())
        .with("slug", environment.name().replaceAll("[^a-z0-9]+", "-"))
        .with("external_url", environment.externalUrl())
        .with("state", "available")
        .with("tier", environment.name().startsWith("prod") ? "production" : "other")
        .with("created_at", environment.createdAt())
        .with("updated_at", environment.createdAt());
  }

  private Object createEnvironment(Call call) {
    var project = call.project();
    access.require(call.user, project, Level.DEVELOPER);
    var name = call.params.required("name");
    if (project.environments.stream().anyMatch(each -> each.name().equals(name))) {
      var taken = Map.of("name", List.of("has already been taken"));
      throw new Refusal(400, Map.of("message", taken));
    }
    return Answer.created(view(environment(call, project, name)));
  }

  /** The environment of the name; a deployment creates it when it is not there. */
  private Environment environment(Call call, Project project, String name) {
    for (var environment : project.environments) {
      if (environment.name().equals(name)) {
        return environment;
      }
    }
    var url = call.params.text("external_url").orElse(null);
    var environment = new Environment(world.nextId(), name, url, world.now());
    project.environments.add(environment);
    return environment;
  }

  private Object list(Call call) {
    var environment = call.params.text("environment");
    var status = call.params.text("status");
    var ascending = call.params.text("sort").filter("desc"::equals).isEmpty();
    var found =
        call.project().deployments.stream()
            .filter(each -> environment.map(each.environment().name()::equals).orElse(true))
            .filter(each -> status.map(each.status()::equals).orElse(true))
            .sorted(
                (a, b) -> ascending ? Long.compare(a.id(), b.id()) : Long.compare(b.id(), a.id()))
            .toList();
    return call.page(found, this::view);
  }

  private Fields view(Deployment deployment) {
    return new Fields()
        .with("id", deployment.id())
        .with("iid", deployment.iid())
        .with("ref", deployment.ref())
        .with("sha", deployment.sha())
        .with("status", deployment.status())
        .with("user", views.user(deployment.user()))
        .with("environment", view(deployment.environment()))
        .with("deployable", null)
        .with("created_at", deployment.createdAt())
        .with("updated_at", deployment.updatedAt());
  }

  private Object create(Call call) {
    var project = call.project();
    access.require(call.user, project, Level.DEVELOPER);
    var params = call.params;
    var name = params.required("environment");
    var sha = params.required("sha");
    var ref = params.required("ref");
    params.required("tag");
    var status = status(call);
    if (project.repository.resolve(sha).isEmpty()) {
      throw Refusal.of(400, "The commit does not exist");
    }
    var environment = environment(call, project, name);
    var iid = project.deployments.size() + 1L;
    var now = world.now();
    var deployment =
        new Deployment(world.nextId(), iid, environment, sha, ref, status, call.user, now, now);
    project.deployments.add(deployment);
    return Answer.created(view(deployment));
  }

  private static String status(Call call) {
    var status = call.params.required("status");
    if (!STATES.contains(status)) {
      throw Refusal.invalid("status does not have a valid value");
    }
    return status;
  }

  private static Deployment find(Call call) {
    var id = call.id("deployment");
    return call.project().deployments.stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Deployment"));
  }

  private Object read(Call call) {
    return view(find(call));
  }

  private Object update(Call call) {
    var project = call.project();
    access.require(call.user, project, Level.DEVELOPER);
    var old = find(call);
    var status = status(call);
    if (old.status().equals(status)) {
      throw Refusal.of(400, "Cannot transition status via :%1$s from :%1$s".formatted(status));
    }
    var changed = old.withStatus(status, world.now());
    project.deployments.set(project.deployments.indexOf(old), changed);
    return view(changed);
  }
}
