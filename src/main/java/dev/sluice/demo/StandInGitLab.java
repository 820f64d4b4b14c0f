package dev.sluice.demo;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.api.GitLabApi;
import dev.sluice.demo.git.GitRepository;
import dev.sluice.demo.hooks.Deliveries;
import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.http.Faults;
import dev.sluice.demo.http.Gate;
import dev.sluice.demo.http.RequestLog;
import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Hook;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import dev.sluice.demo.model.World;
import dev.sluice.demo.page.Pages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.jspecify.annotations.Nullable;

/**
 * A small GitLab in memory, on loopback: the REST API and the webhooks that Sluice uses, with
 * GitLab's refusals, and pages for people. Everything may be called from any thread; entities that
 * it hands out are live and are read safely inside {@link #read}.
 */
public final class StandInGitLab implements AutoCloseable {
  private final World world;
  private final Deliveries deliveries;
  private final Actions actions;
  private final Faults faults = new Faults();
  private final RequestLog requests = new RequestLog();
  private final Javalin server;

  private StandInGitLab(Clock clock, int port, String root) {
    world = new World(clock);
    deliveries = new Deliveries(clock, "http://127.0.0.1");
    var events = new Events(world, deliveries::accept);
    actions = new Actions(world, events);
    var api = new GitLabApi(world, actions, events);
    var pages = new Pages(world, actions, root);
    server =
        Javalin.create(
            config -> {
              settings(config);
              new Gate(faults, requests).register(config.routes, root + "/api/*");
              api.register(config.routes, root);
              pages.register(config.routes);
            });
    server.start("127.0.0.1", port);
    world.setUrl("http://127.0.0.1:" + server.port() + root);
  }

  /** Starts on a free port. */
  public static StandInGitLab start(Clock clock) {
    return start(clock, 0, "");
  }

  /** Port 0 takes a free one; the root is empty or a path like {@code /gitlab}. */
  public static StandInGitLab start(Clock clock, int port, String root) {
    return new StandInGitLab(clock, port, root);
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = 25_000_000;
    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  /** Where it is reached, root included, without a slash at the end. */
  public String url() {
    return world.url();
  }

  /** The page of a merge request or an issue. */
  public String url(Noteable noteable) {
    return "%s/%s/-/%s/%d".formatted(url(), noteable.project.path, noteable.route(), noteable.iid);
  }

  /** Controls of the webhooks. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Faults of the API. */
  public Faults faults() {
    return faults;
  }

  public RequestLog requests() {
    return requests;
  }

  /** Reads the state while nobody changes it. */
  public <T> T read(Supplier<T> work) {
    return world.locked(work);
  }

  /** Changes settings of the instance or of what it knows, without any webhook. */
  public void configure(Consumer<World> change) {
    world.locked(
        () -> {
          change.accept(world);
          return true;
        });
  }

  public User createUser(String username, String name) {
    return addUser(username, name, false);
  }

  /** A user of kind bot, as a project or group token has. */
  public User createBot(String username, String name) {
    return addUser(username, name, true);
  }

  private User addUser(String username, String name, boolean bot) {
    return world.locked(
        () -> {
          var user = new User(world.nextId(), username, name, bot, "active");
          world.users.put(user.id(), user);
          return user;
        });
  }

  /** An access token for the user. */
  public String token(User user) {
    return world.locked(
        () -> {
          var token = "glpat-stand-in-" + user.username() + "-" + world.nextId();
          world.tokens.put(token, user.id());
          return token;
        });
  }

  /** A group by its full path; members of a group are members of what is below it. */
  public Group createGroup(String path, Visibility visibility) {
    return world.locked(
        () -> {
          var group = new Group(world.nextId(), path, visibility);
          world.groups.put(group.id, group);
          return group;
        });
  }

  public void addMember(Group group, User user, int level) {
    configure(changed -> group.members.put(user.id(), level));
  }

  public void addMember(Project project, User user, int level) {
    configure(changed -> project.members.put(user.id(), level));
  }

  /** An empty project; its first push makes the default branch. */
  public Project createProject(String path) {
    return addProject(path, new GitRepository(), null);
  }

  /** A fork that its owner may push to. */
  public Project fork(Project project, String path, User owner) {
    var fork = addProject(path, project.repository.fork(), project.id);
    addMember(fork, owner, Level.OWNER);
    return fork;
  }

  private Project addProject(String path, GitRepository repository, @Nullable Long forkedFrom) {
    return world.locked(
        () -> {
          var project = new Project(world.nextId(), path, repository, forkedFrom);
          world.projects.put(project.id, project);
          return project;
        });
  }

  /** Another path for the same project: the id stays. */
  public void rename(Project project, String path) {
    configure(changed -> project.path = path);
  }

  /** A webhook for pushes, merge requests and notes. */
  public Hook addHook(
      Project project, String url, @Nullable String token, @Nullable String signingToken) {
    return world.locked(
        () -> {
          var events = Set.of("push", "merge_requests", "note");
          var hook = new Hook(world.nextId(), url, events, token, signingToken);
          project.hooks.put(hook.id(), hook);
          return hook;
        });
  }

  /** Acts as the user. */
  public Person as(User user) {
    return new Person(world, actions, user);
  }

  /** Acts as the user of that name. */
  public Person as(String username) {
    return as(
        world.locked(
            () ->
                world
                    .user(username)
                    .orElseThrow(() -> new IllegalArgumentException("no user " + username))));
  }

  @Override
  public void close() {
    server.stop();
    deliveries.close();
  }
}
