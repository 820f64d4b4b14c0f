package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.git.Commit;
import dev.sluice.demo.git.Hashes;
import dev.sluice.demo.git.Tree.Entry;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Branches, files, trees, comparisons. */
final class RepositoryApi {
  private final Actions actions;
  private final Views views;

  RepositoryApi(World world, Actions actions) {
    this.actions = actions;
    this.views = new Views(world);
  }

  void register(Routes routes) {
    var repository = "/projects/{id}/repository";
    routes.get(repository + "/branches", this::branches);
    routes.post(repository + "/branches", this::createBranch);
    routes.get(repository + "/branches/{branch}", this::branch);
    routes.delete(repository + "/branches/{branch}", this::deleteBranch);
    routes.get(repository + "/compare", this::compare);
    routes.get(repository + "/merge_base", this::mergeBase);
    routes.get(repository + "/tree", this::tree);
    routes.get(repository + "/files/{path}/raw", this::raw);
    routes.get(repository + "/files/{path}", this::file);
    routes.head(repository + "/files/{path}", this::head);
    routes.get(repository + "/blobs/{blob}/raw", this::blob);
    routes.get("/projects/{id}/search", this::search);
  }

  private Object branches(Call call) {
    var project = call.project();
    var search = call.params.text("search").orElse("");
    var found =
        project.repository.branches().entrySet().stream()
            .filter(branch -> branch.getKey().contains(search))
            .toList();
    return call.page(found, branch -> branch(project, branch));
  }

  private Fields branch(Project project, Map.Entry<String, String> branch) {
    var isDefault = branch.getKey().equals(project.defaultBranch);
    return new Fields()
        .with("name", branch.getKey())
        .with("commit", views.commit(project, project.repository.get(branch.getValue())))
        .with("merged", false)
        .with("protected", isDefault)
        .with("default", isDefault)
        .with("developers_can_push", false)
        .with("developers_can_merge", false)
        .with("can_push", true)
        .with("web_url", "");
  }

  private Object branch(Call call) {
    var project = call.project();
    var name = call.path("branch");
    var head = project.repository.branch(name).orElseThrow(() -> Refusal.notFound("Branch"));
    return branch(project, Map.entry(name, head));
  }

  private Object createBranch(Call call) {
    var project = call.project();
    var name = call.params.required("branch");
    actions.pushes.createBranch(call.user, project, name, call.params.required("ref"));
    var head = project.repository.branch(name).orElseThrow();
    return Answer.created(branch(project, Map.entry(name, head)));
  }

  private Object deleteBranch(Call call) {
    actions.pushes.deleteBranch(call.user, call.project(), call.path("branch"));
    return Answer.noContent();
  }

  private static Commit commit(Project project, String ref) {
    return project.repository.resolve(ref).orElseThrow(() -> Refusal.notFound("Commit"));
  }

  /** From the merge base, or from the first commit itself when {@code straight}. */
  private Object compare(Call call) {
    var project = call.project();
    var from = commit(project, call.params.required("from"));
    var to = commit(project, call.params.required("to"));
    var history = project.repository.history();
    var base =
        call.params.flag("straight")
            ? from.id()
            : history.mergeBase(from.id(), to.id()).orElse(from.id());
    var diffs = project.repository.diff(project.repository.get(base).tree(), to.tree());
    var commits = new ArrayList<>(history.between(from.id(), to.id()));
    Collections.reverse(commits);
    var unified = call.params.flag("unidiff");
    return new Fields()
        .with("commit", commits.isEmpty() ? null : views.commit(project, to))
        .with("commits", commits.stream().map(each -> views.commit(project, each)).toList())
        .with("diffs", diffs.stream().map(file -> Views.diff(project, file, unified)).toList())
        .with("compare_timeout", false)
        .with("compare_same_ref", from.equals(to))
        .with("web_url", "");
  }

  private Object mergeBase(Call call) {
    var project = call.project();
    var refs = call.params.list("refs");
    if (refs.size() < 2) {
      throw Refusal.badRequest("Provide at least 2 refs");
    }
    var base =
        project
            .repository
            .history()
            .mergeBase(commit(project, refs.get(0)).id(), commit(project, refs.get(1)).id())
            .orElseThrow(() -> Refusal.notFound("Merge Base"));
    return views.commit(project, project.repository.get(base));
  }

  private Object tree(Call call) {
    var project = call.project();
    var commit = commit(project, call.params.text("ref").orElse(project.defaultBranch));
    var path = call.params.text("path").orElse("").replaceAll("/+$", "");
    if (!commit.tree().hasDirectory(path)) {
      throw Refusal.of(404, "404 invalid revision or path Not Found");
    }
    return call.page(entries(commit, path, call.params.flag("recursive")), each -> each);
  }

  private static List<Fields> entries(Commit commit, String path, boolean recursive) {
    var prefix = path.isEmpty() ? "" : path + "/";
    Map<String, Fields> found = new TreeMap<>();
    for (var file : commit.tree().files().entrySet()) {
      if (!file.getKey().startsWith(prefix)) {
        continue;
      }
      var rest = file.getKey().substring(prefix.length());
      for (var slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/', slash + 1)) {
        var directory = prefix + rest.substring(0, slash);
        found.putIfAbsent(directory, entry(directory, "tree", new Entry("040000", "")));
        if (!recursive) {
          break;
        }
      }
      if (recursive || rest.indexOf('/') < 0) {
        found.put(file.getKey(), entry(file.getKey(), "blob", file.getValue()));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static Fields entry(String path, String type, Entry entry) {
    return new Fields()
        .with("id", entry.blob().isEmpty() ? Hashes.sha1("tree " + path) : entry.blob())
        .with("name", path.substring(path.lastIndexOf('/') + 1))
        .with("type", type)
        .with("path", path)
        .with("mode", entry.mode());
  }

  private static byte[] content(Call call, Commit commit) {
    var project = call.project();
    return commit
        .tree()
        .file(call.path("path"))
        .map(project.repository::content)
        .orElseThrow(() -> Refusal.notFound("File"));
  }

  private Object raw(Call call) {
    var project = call.project();
    return content(call, commit(project, call.params.text("ref").orElse(project.defaultBranch)));
  }

  private Object file(Call call) {
    var commit = commit(call.project(), call.params.required("ref"));
    var bytes = content(call, commit);
    return about(call, commit, bytes)
        .with("encoding", "base64")
        .with("content", Base64.getEncoder().encodeToString(bytes));
  }

  private static Fields about(Call call, Commit commit, byte[] bytes) {
    var path = call.path("path");
    return new Fields()
        .with("file_name", path.substring(path.lastIndexOf('/') + 1))
        .with("file_path", path)
        .with("size", bytes.length)
        .with("content_sha256", Hashes.sha256(bytes))
        .with("ref", call.params.required("ref"))
        .with("blob_id", commit.tree().file(path).map(Entry::blob).orElseThrow())
        .with("commit_id", commit.id())
        .with("last_commit_id", commit.id())
        .with("execute_filemode", false);
  }

  /** The same facts as headers. */
  private Object head(Call call) {
    var commit = commit(call.project(), call.params.required("ref"));
    var facts = about(call, commit, content(call, commit)).with("encoding", "base64");
    for (var fact : facts.map().entrySet()) {
      var words = fact.getKey().split("_");
      var name = new StringBuilder("X-Gitlab");
      for (var word : words) {
        name.append('-').append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
      call.http.header(name.toString(), String.valueOf(fact.getValue()));
    }
    return new Answer(200, null);
  }

  private Object blob(Call call) {
    return call.project()
        .repository
        .blob(call.path("blob"))
        .orElseThrow(() -> Refusal.notFound("Blob"));
  }

  /** The plain search of a project: whatever the case, some lines around each match. */
  private Object search(Call call) {
    var project = call.project();
    if (!call.params.required("scope").equals("blobs")) {
      throw Refusal.badRequest("scope does not have a valid value");
    }
    var ref = call.params.text("ref").orElse(project.defaultBranch);
    var wanted = call.params.required("search").toLowerCase(Locale.ROOT);
    var tree = commit(project, ref).tree();
    List<Fields> found = new ArrayList<>();
    for (var file : tree.files().entrySet()) {
      var text = new String(project.repository.content(file.getValue()), StandardCharsets.UTF_8);
      matches(file.getKey(), text.lines().toList(), wanted, ref, found);
    }
    return call.page(found, each -> each);
  }

  private static void matches(
      String path, List<String> lines, String wanted, String ref, List<Fields> found) {
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
        var from = Math.max(0, i - 2);
        var to = Math.min(lines.size(), i + 3);
        found.add(
            new Fields()
                .with("basename", path.replaceFirst("\\.[^./]*$", ""))
                .with("data", String.join("\n", lines.subList(from, to)) + "\n")
                .with("path", path)
                .with("filename", path)
                .with("id", null)
                .with("ref", ref)
                .with("startline", from + 1));
        i = to - 1;
      }
    }
  }
}
