package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.model.World;
import io.javalin.config.RoutesConfig;

/** The whole REST API. */
public final class GitLabApi {
  private final World world;
  private final Actions actions;
  private final Events events;

  public GitLabApi(World world, Actions actions, Events events) {
    this.world = world;
    this.actions = actions;
    this.events = events;
  }

  /** Registers every endpoint below the root, like {@code /gitlab} or nothing. */
  public void register(RoutesConfig config, String root) {
    var routes = new Routes(world, config, root + "/api/v4");
    new ServerApi(world).register(routes);
    new ProjectsApi(world, actions).register(routes);
    new MergeRequestsApi(world, actions).register(routes);
    new DiffsApi(world).register(routes);
    new ApprovalsApi(world, actions).register(routes);
    new NotesApi(world, actions).register(routes);
    new DiscussionsApi(world, actions).register(routes);
    new DraftNotesApi(actions).register(routes);
    new StatusesApi(world, actions).register(routes);
    new CommitsApi(world, actions).register(routes);
    new RepositoryApi(world, actions).register(routes);
    new DeploymentsApi(world).register(routes);
    new IssuesApi(world, actions).register(routes);
    new HooksApi(world, events).register(routes);
  }
}
