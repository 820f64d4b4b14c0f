package dev.sluice.demo.api;

import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Hook;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Webhooks of a project: Maintainers manage them; tokens are never shown again. */
final class HooksApi {
  private final World world;
  private final Events events;

  HooksApi(World world, Events events) {
    this.world = world;
    this.events = events;
  }

  void register(Routes routes) {
    var hooks = "/projects/{id}/hooks";
    routes.get(hooks, this::list);
    routes.post(hooks, this::create);
    routes.get(hooks + "/{hook}", call -> view(project(call), find(call)));
    routes.put(hooks + "/{hook}", this::update);
    routes.delete(hooks + "/{hook}", this::delete);
    routes.post(hooks + "/{hook}/test/{trigger}", this::test);
  }

  private Project project(Call call) {
    var project = call.project();
    new Access(world).require(call.user, project, Level.MAINTAINER);
    return project;
  }

  private Hook find(Call call) {
    var hook = project(call).hooks.get(call.id("hook"));
    if (hook == null) {
      throw Refusal.notFound("Hook");
    }
    return hook;
  }

  private Object list(Call call) {
    var project = project(call);
    return call.page(new ArrayList<>(project.hooks.values()), hook -> view(project, hook));
  }

  private Object create(Call call) {
    var project = project(call);
    var url = url(call.params.required("url"));
    var token = call.params.text("token").orElse(null);
    var signing = call.params.text("signing_token").orElse(null);
    var hook = new Hook(world.nextId(), url, wanted(call, Set.of("push")), token, signing);
    project.hooks.put(hook.id(), hook);
    return Answer.created(view(project, hook));
  }

  private static String url(String url) {
    if (!url.matches("https?://.+")) {
      throw Refusal.of(422, "Invalid url given");
    }
    return url;
  }

  private static Set<String> wanted(Call call, Set<String> before) {
    var events = new TreeSet<>(before);
    for (var event : Hook.EVENTS) {
      if (call.params.has(event + "_events")) {
        if (call.params.flag(event + "_events")) {
          events.add(event);
        } else {
          events.remove(event);
        }
      }
    }
    return events;
  }

  private Object update(Call call) {
    var project = project(call);
    var old = find(call);
    var hook =
        new Hook(
            old.id(),
            url(call.params.text("url").orElse(old.url())),
            wanted(call, old.events()),
            call.params.text("token").orElse(old.token()),
            call.params.text("signing_token").orElse(old.signingToken()));
    project.hooks.put(hook.id(), hook);
    return view(project, hook);
  }

  private Object delete(Call call) {
    project(call).hooks.remove(find(call).id());
    return Answer.noContent();
  }

  private Object test(Call call) {
    var hook = find(call);
    if (call.path("trigger").equals("push_events")) {
      events.test(hook, "Push Hook", new Fields().with("object_kind", "push"));
    } else {
      var payload = new Fields().with("object_kind", call.path("trigger").replace("_events", ""));
      events.test(hook, "Test Hook", payload);
    }
    return Answer.created(Map.of("message", "201 Created"));
  }

  private Fields view(Project project, Hook hook) {
    var view =
        new Fields()
            .with("id", hook.id())
            .with("url", hook.url())
            .with("project_id", project.id)
            .with("created_at", world.now())
            .with("enable_ssl_verification", true)
            .with("alert_status", "executable")
            .with("disabled_until", null)
            .with("token_present", hook.token() != null)
            .with("signing_token_present", hook.signingToken() != null);
    Hook.EVENTS.forEach(event -> view.with(event + "_events", hook.events().contains(event)));
    return view;
  }
}
