package dev.sluice.demo.page;

import dev.sluice.demo.model.Issue;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Project;
import java.util.Comparator;
import java.util.List;

/** All merge requests and issues of the projects that somebody may see. */
public record ListPage(Screen screen, List<Project> projects) {

  public List<MergeRequest> requests(Project project) {
    return newestFirst(project.mergeRequests.values().stream().toList());
  }

  public List<Issue> issues(Project project) {
    return newestFirst(project.issues.values().stream().toList());
  }

  private static <T extends Noteable> List<T> newestFirst(List<T> all) {
    return all.stream()
        .sorted(Comparator.comparing((Noteable each) -> each.iid).reversed())
        .toList();
  }

  public String address(Noteable noteable) {
    return screen.root()
        + "/%s/-/%s/%d".formatted(noteable.project.path, noteable.route(), noteable.iid);
  }
}
