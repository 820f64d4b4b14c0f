package dev.sluice.demo.page;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.Mergeability;
import dev.sluice.demo.act.Versions;
import dev.sluice.demo.git.Commit;
import dev.sluice.demo.model.CommitStatus;
import dev.sluice.demo.model.Deployment;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.World;
import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One merge request as the page shows it; read under the world's lock. */
public record RequestPage(Screen screen, MergeRequest mr, World world, Actions actions) {

  public String address() {
    return screen.root() + "/" + mr.project.path + "/-/merge_requests/" + mr.iid;
  }

  public Content description() {
    return Markdown.render(mr.description);
  }

  public String mergeStatus() {
    return new Mergeability(world).status(mr);
  }

  public boolean mayApprove() {
    return actions.approving.mayApprove(screen.user(), mr);
  }

  public boolean hasApproved() {
    return mr.isOpen() && mr.approvals.containsKey(screen.user().id());
  }

  public List<FileCard> files() {
    return mr.latest().map(version -> Versions.files(mr, version)).orElse(List.of()).stream()
        .map(
            file ->
                new FileCard(
                    file,
                    current().stream().filter(each -> isOn(each, file.newPath())).toList(),
                    mr.project.omissions.get(file.newPath())))
        .toList();
  }

  private static boolean isOn(ThreadCard thread, String path) {
    var position = thread.position();
    return position != null && position.newPath().equals(path);
  }

  /** Threads that stand in the diff as it is now. */
  private List<ThreadCard> current() {
    return mr.discussions.stream()
        .map(ThreadCard::new)
        .filter(
            thread -> {
              var position = thread.position();
              return position != null && position.shas().head().equals(mr.headSha);
            })
        .toList();
  }

  /** Everything else, oldest first: comments, what happened, threads on older diffs. */
  public List<ThreadCard> activity() {
    var inDiff = current();
    return mr.discussions.stream()
        .map(ThreadCard::new)
        .filter(thread -> !inDiff.contains(thread))
        .toList();
  }

  public long openThreads() {
    return mr.discussions.stream().filter(each -> !each.isResolved()).count();
  }

  /** The newest status of each name on the head and on what the merge made. */
  public List<CommitStatus> statuses() {
    var shas = new LinkedHashSet<String>();
    shas.add(mr.headSha);
    var merge = mr.merge;
    if (merge != null) {
      shas.add(Objects.requireNonNullElse(merge.squashCommit(), mr.headSha));
      shas.add(Objects.requireNonNullElse(merge.mergeCommit(), mr.headSha));
    }
    Map<String, CommitStatus> byName = new LinkedHashMap<>();
    for (var pipeline : mr.project.pipelines) {
      if (shas.contains(pipeline.sha)) {
        pipeline.latest().forEach(job -> byName.put(job.name, job));
      }
    }
    return List.copyOf(byName.values());
  }

  /** The newest deployment to each environment. */
  public List<Deployment> deployments() {
    Map<String, Deployment> newest = new LinkedHashMap<>();
    mr.project.deployments.forEach(each -> newest.put(each.environment().name(), each));
    return List.copyOf(newest.values());
  }

  public List<Commit> commits() {
    return mr.latest()
        .map(each -> mr.project.repository.history().between(each.base(), each.head()))
        .orElse(List.of());
  }

  /** Path and text of the files that the change has and that can be edited. */
  public Map<String, String> editable() {
    var repository = mr.sourceProject.repository;
    Map<String, String> texts = new LinkedHashMap<>();
    var tree = repository.get(mr.headSha).tree();
    for (var file : files()) {
      if (!file.file().isDeleted() && !file.file().binary()) {
        var bytes = repository.content(tree.file(file.file().newPath()).orElse(null));
        texts.put(file.file().newPath(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  public List<MergeRequest.Approval> approvals() {
    return new ArrayList<>(mr.approvals.values());
  }
}
