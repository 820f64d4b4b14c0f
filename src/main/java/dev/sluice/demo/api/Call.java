package dev.sluice.demo.api;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One request: who asks, about what, with which parameters. */
final class Call {
  private static final int LARGEST_PAGE = 100;
  private static final int USUAL_PAGE = 20;
  final World world;
  final Context http;
  final User user;
  final Params params;

  Call(World world, Context http, User user, Params params) {
    this.world = world;
    this.http = http;
    this.user = user;
    this.params = params;
  }

  String path(String name) {
    return http.pathParam(name);
  }

  /** A number in the path; what is no number does not exist. */
  long id(String name) {
    try {
      return Long.parseLong(path(name));
    } catch (NumberFormatException e) {
      throw Refusal.notFound("Resource");
    }
  }

  /** The project of the path, by number or full path, if the user may see it. */
  Project project() {
    return project(path("id")).orElseThrow(() -> Refusal.notFound("Project"));
  }

  Optional<Project> project(String idOrPath) {
    var project =
        idOrPath.matches("\\d+")
            ? Optional.ofNullable(world.projects.get(Long.valueOf(idOrPath)))
            : world.project(idOrPath);
    return project.filter(each -> new Access(world).canSee(user, each));
  }

  MergeRequest mergeRequest() {
    return project().mergeRequest(id("iid")).orElseThrow(() -> Refusal.notFound("Merge Request"));
  }

  Commit commit(Project project) {
    return project.repository.resolve(path("sha")).orElseThrow(() -> Refusal.notFound("Commit"));
  }

  /** One page of a list, with GitLab's headers. */
  <T> List<Object> page(List<T> all, Function<T, Object> view) {
    var size = (int) Math.min(params.number("per_page").orElse((long) USUAL_PAGE), LARGEST_PAGE);
    var page = params.number("page").map(Long::intValue).orElse(1);
    if (size < 1 || page < 1) {
      throw Refusal.invalid("per_page does not have a valid value");
    }
    new PageHeaders(http, page, size, all.size()).write();
    return all.stream().skip((page - 1L) * size).limit(size).map(view).toList();
  }
}
