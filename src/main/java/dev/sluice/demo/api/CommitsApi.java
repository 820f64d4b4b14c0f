package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.act.Pushes.NewCommit;
import dev.sluice.demo.git.Commit;
import dev.sluice.demo.git.Tree;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits: history, one commit, making one. */
final class CommitsApi {
  private final Actions actions;
  private final Views views;
  private final MergeRequestView requests;

  CommitsApi(World world, Actions actions) {
    this.actions = actions;
    this.views = new Views(world);
    this.requests = new MergeRequestView(world);
  }

  void register(Routes routes) {
    var commits = "/projects/{id}/repository/commits";
    routes.get(commits, this::list);
    routes.post(commits, this::create);
    routes.get(commits + "/{sha}", this::read);
    routes.get(commits + "/{sha}/diff", this::diff);
    routes.get(commits + "/{sha}/merge_requests", this::mergeRequests);
    routes.get(commits + "/{sha}/refs", this::refs);
  }

  private Object list(Call call) {
    var project = call.project();
    var ref = call.params.text("ref_name").orElse(project.defaultBranch);
    var path = call.params.text("path").orElse(null);
    var found =
        history(project, ref, call.params.flag("first_parent")).stream()
            .filter(commit -> path == null || touches(project, commit, path))
            .toList();
    return call.page(found, commit -> views.commit(project, commit));
  }

  /** Commits of a ref, or of {@code from..to}. */
  private static List<Commit> history(Project project, String ref, boolean firstParent) {
    var range = ref.split("\\.\\.", 2);
    var head = commit(project, range[range.length - 1]).id();
    var history = project.repository.history();
    var line = firstParent ? history.firstParents(head) : history.log(head);
    if (range.length == 1) {
      return line;
    }
    var old = history.ancestors(commit(project, range[0]).id());
    return line.stream().filter(commit -> !old.contains(commit.id())).toList();
  }

  private static Commit commit(Project project, String ref) {
    return project.repository.resolve(ref).orElseThrow(() -> Refusal.notFound("Commit"));
  }

  private static boolean touches(Project project, Commit commit, String path) {
    return project.repository.diff(parentTree(project, commit), commit.tree()).stream()
        .anyMatch(
            file ->
                file.newPath().equals(path)
                    || file.newPath().startsWith(path + "/")
                    || file.oldPath().equals(path)
                    || file.oldPath().startsWith(path + "/"));
  }

  private static Tree parentTree(Project project, Commit commit) {
    return commit.parents().isEmpty()
        ? Tree.empty()
        : project.repository.get(commit.parents().get(0)).tree();
  }

  private Object read(Call call) {
    var project = call.project();
    var commit = call.commit(project);
    var pipeline =
        project.pipelines.stream()
            .filter(each -> each.sha.equals(commit.id()))
            .reduce((older, newer) -> newer);
    return views
        .commit(project, commit)
        .with("status", pipeline.map(each -> each.status()).orElse(null))
        .with("last_pipeline", pipeline.map(each -> views.pipeline(project, each)).orElse(null))
        .with("stats", new Fields().with("additions", 0).with("deletions", 0).with("total", 0));
  }

  private Object diff(Call call) {
    var project = call.project();
    var commit = call.commit(project);
    var files = project.repository.diff(parentTree(project, commit), commit.tree());
    return call.page(files, file -> Views.diff(project, file, call.params.flag("unidiff")));
  }

  /** Merge requests that brought the commit or still contain it. */
  private Object mergeRequests(Call call) {
    var project = call.project();
    var commit = call.commit(project);
    var state = call.params.text("state").filter(text -> !text.equals("all"));
    var found =
        project.mergeRequests.values().stream()
            .filter(mr -> state.map(mr.state::equals).orElse(true))
            .filter(mr -> brings(mr, commit.id()))
            .toList();
    return call.page(found, requests::brief);
  }

  private static boolean brings(MergeRequest mr, String sha) {
    var merge = mr.merge;
    var made =
        merge != null && (sha.equals(merge.mergeCommit()) || sha.equals(merge.squashCommit()));
    var version = mr.latest();
    return made
        || version
            .map(
                each ->
                    mr.project.repository.history().between(each.base(), each.head()).stream()
                        .anyMatch(commit -> commit.id().equals(sha)))
            .orElse(false);
  }

  private Object refs(Call call) {
    var project = call.project();
    var commit = call.commit(project);
    var history = project.repository.history();
    var branches =
        project.repository.branches().entrySet().stream()
            .filter(branch -> history.contains(branch.getValue(), commit.id()))
            .map(branch -> new Fields().with("type", "branch").with("name", branch.getKey()))
            .toList();
    return call.page(branches, each -> each);
  }

  private Object create(Call call) {
    var project = call.project();
    var params = call.params;
    var start = params.text("start_branch").or(() -> params.text("start_sha")).orElse(null);
    var files = params.objects("actions").stream().map(CommitsApi::action).toList();
    var wanted =
        new NewCommit(
            params.required("branch"),
            start,
            params.required("commit_message"),
            files,
            params.flag("force"));
    var commit = actions.pushes.commit(call.user, project, wanted);
    return Answer.created(views.commit(project, commit));
  }

  private static FileAction action(Params params) {
    var kind = params.required("action");
    if (!List.of("create", "update", "delete", "move", "chmod").contains(kind)) {
      throw Refusal.invalid("actions[0][action] does not have a valid value");
    }
    var mode = params.flag("execute_filemode") ? "100755" : Tree.FILE;
    return new FileAction(
        kind,
        params.required("file_path"),
        params.text("previous_path").orElse(null),
        content(params),
        mode);
  }

  private static byte @Nullable [] content(Params params) {
    var text = params.text("content").orElse(null);
    if (text == null) {
      return null;
    }
    return params.text("encoding").filter("base64"::equals).isPresent()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
