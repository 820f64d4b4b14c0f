package dev.sluice.demo.page;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The web pages: a list, a merge request, an issue, and the forms that act on them. */
public final class Pages {
  private static final String COOKIE = "stand_in_user";
  private static final String REQUEST = "/<project>/-/merge_requests/{iid}";
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Plain);
  private final World world;
  private final Actions actions;
  private final Forms forms;
  private final String root;

  public Pages(World world, Actions actions, String root) {
    this.world = world;
    this.actions = actions;
    this.forms = new Forms(actions);
    this.root = root;
  }

  public void register(RoutesConfig routes) {
    routes.get(root + "/", page(this::list));
    routes.get(root + REQUEST, page(http -> request(http, "demo/request.jte")));
    routes.get(root + REQUEST + "/fragment", page(http -> request(http, "demo/fragment.jte")));
    routes.get(root + "/<project>/-/issues/{iid}", page(this::issue));
    routes.post(root + REQUEST + "/{form}", guarded(this::submit));
    routes.post(root + "/<project>/-/open", guarded(this::open));
    routes.post(root + "/-/act-as", guarded(this::actAs));
    routes.get(root + "/-/page.css", guarded(http -> asset(http, "page.css", "text/css")));
    routes.get(root + "/-/page.js", guarded(http -> asset(http, "page.js", "text/javascript")));
  }

  private static Handler guarded(Handler handler) {
    return http -> {
      Guard.check(http);
      Guard.headers(http);
      handler.handle(http);
    };
  }

  private Handler page(Function<Context, String> content) {
    return guarded(http -> http.html(world.locked(() -> content.apply(http))));
  }

  private static void asset(Context http, String name, String type) {
    try (InputStream file = Pages.class.getResourceAsStream("/demo/" + name)) {
      http.contentType(type + "; charset=utf-8");
      http.result(Objects.requireNonNull(file, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String render(String template, Object page) {
    var output = new HtmlOutput();
    templates.render(template, page, output);
    return output.toString();
  }

  private Screen screen(Context http) {
    var people = world.users.values().stream().filter(user -> !user.bot()).toList();
    if (people.isEmpty()) {
      throw new NotFoundResponse("nobody lives here yet");
    }
    var name = http.cookie(COOKIE);
    var user =
        Optional.ofNullable(name)
            .flatMap(world::user)
            .filter(people::contains)
            .orElse(people.get(0));
    return new Screen(
        root, user, people, Objects.requireNonNullElse(http.queryParam("refused"), ""));
  }

  private String list(Context http) {
    var screen = screen(http);
    var access = new Access(world);
    var projects =
        world.projects.values().stream()
            .filter(project -> access.canSee(screen.user(), project))
            .toList();
    return render("demo/list.jte", new ListPage(screen, projects));
  }

  private Project project(Context http) {
    return world.project(http.pathParam("project")).orElseThrow(NotFoundResponse::new);
  }

  private static long iid(Context http) {
    var text = http.pathParam("iid");
    if (!text.matches("\\d{1,9}")) {
      throw new NotFoundResponse();
    }
    return Long.parseLong(text);
  }

  private MergeRequest mergeRequest(Context http) {
    return project(http).mergeRequest(iid(http)).orElseThrow(NotFoundResponse::new);
  }

  private String request(Context http, String template) {
    return render(template, new RequestPage(screen(http), mergeRequest(http), world, actions));
  }

  private String issue(Context http) {
    var issue = Optional.ofNullable(project(http).issues.get(iid(http)));
    return render(
        "demo/issue.jte", new IssuePage(screen(http), issue.orElseThrow(NotFoundResponse::new)));
  }

  private void submit(Context http) {
    var target =
        world.locked(
            () -> {
              var mr = mergeRequest(http);
              var address = new RequestPage(screen(http), mr, world, actions).address();
              var user = screen(http).user();
              var refused = refusal(() -> forms.submit(http.pathParam("form"), user, mr, http));
              return address + refused;
            });
    http.redirect(target, HttpStatus.SEE_OTHER);
  }

  private void open(Context http) {
    var target =
        world.locked(
            () -> {
              User user = screen(http).user();
              var project = project(http);
              try {
                var mr = forms.open(user, project, http);
                return "%s/%s/-/merge_requests/%d".formatted(root, project.path, mr.iid);
              } catch (Refusal refusal) {
                return root + "/" + query(refusal);
              }
            });
    http.redirect(target, HttpStatus.SEE_OTHER);
  }

  private static String refusal(Runnable work) {
    try {
      work.run();
      return "";
    } catch (Refusal refusal) {
      return query(refusal);
    }
  }

  private static String query(Refusal refusal) {
    return "?refused=" + URLEncoder.encode(refusal.getMessage(), StandardCharsets.UTF_8);
  }

  private void actAs(Context http) {
    var name = Objects.requireNonNullElse(http.formParam("user"), "");
    if (world.locked(() -> world.user(name)).isEmpty()) {
      throw new NotFoundResponse();
    }
    var cookie = new Cookie(COOKIE, name);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    http.cookie(cookie);
    var back = http.formParam("back");
    http.redirect(
        back != null && back.matches("/[^/\\\\].*") ? back : root + "/", HttpStatus.SEE_OTHER);
  }
}
