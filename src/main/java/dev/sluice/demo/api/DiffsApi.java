package dev.sluice.demo.api;

import dev.sluice.demo.act.Versions;
import dev.sluice.demo.git.FileDiff;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Version;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What a merge request changes: diffs, versions, commits. */
final class DiffsApi {
  private final Views views;

  DiffsApi(World world) {
    this.views = new Views(world);
  }

  void register(Routes routes) {
    var mr = "/projects/{id}/merge_requests/{iid}";
    routes.get(mr + "/diffs", this::diffs);
    routes.get(mr + "/changes", this::changes);
    routes.get(mr + "/raw_diffs", this::raw);
    routes.get(mr + "/versions", this::versions);
    routes.get(mr + "/versions/{version}", this::version);
    routes.get(mr + "/commits", this::commits);
  }

  private static List<FileDiff> files(MergeRequest mr) {
    return mr.isPrepared()
        ? mr.latest().map(version -> Versions.files(mr, version)).orElse(List.of())
        : List.of();
  }

  private Object diffs(Call call) {
    var mr = call.mergeRequest();
    var unified = call.params.flag("unidiff");
    return call.page(files(mr), file -> Views.diff(mr.project, file, unified));
  }

  private Object changes(Call call) {
    var mr = call.mergeRequest();
    var changes = files(mr).stream().map(file -> Views.diff(mr.project, file, false)).toList();
    return new MergeRequestView(call.world)
        .full(mr, call.user)
        .with("changes", changes)
        .with("overflow", false);
  }

  private Object raw(Call call) {
    return files(call.mergeRequest()).stream()
        .map(FileDiff::gitText)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private Object versions(Call call) {
    var mr = call.mergeRequest();
    var newestFirst = new ArrayList<>(mr.isPrepared() ? mr.versions : List.of());
    Collections.reverse(newestFirst);
    return call.page(newestFirst, version -> view(mr, version));
  }

  private static Fields view(MergeRequest mr, Version version) {
    return new Fields()
        .with("id", version.id())
        .with("head_commit_sha", version.head())
        .with("base_commit_sha", version.base())
        .with("start_commit_sha", version.start())
        .with("created_at", version.createdAt())
        .with("merge_request_id", mr.id)
        .with("state", "collected")
        .with("real_size", String.valueOf(Versions.files(mr, version).size()))
        .with("patch_id_sha", version.patchId());
  }

  private Object version(Call call) {
    var mr = call.mergeRequest();
    var id = call.id("version");
    var version =
        mr.versions.stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("Version"));
    var commits = mr.project.repository.history().between(version.base(), version.head());
    return view(mr, version)
        .with("commits", commits.stream().map(each -> views.commit(mr.project, each)).toList())
        .with(
            "diffs",
            Versions.files(mr, version).stream()
                .map(file -> Views.diff(mr.project, file, false))
                .toList());
  }

  private Object commits(Call call) {
    var mr = call.mergeRequest();
    var version = mr.latest().orElseThrow();
    var commits = mr.project.repository.history().between(version.base(), version.head());
    return call.page(commits, commit -> views.commit(mr.project, commit));
  }
}
