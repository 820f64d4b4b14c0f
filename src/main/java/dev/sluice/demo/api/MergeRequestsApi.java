package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.Merging.Choices;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Merge requests: list, read, create, change, merge. */
final class MergeRequestsApi {
  private final Actions actions;
  private final MergeRequestView view;

  MergeRequestsApi(World world, Actions actions) {
    this.actions = actions;
    this.view = new MergeRequestView(world);
  }

  void register(Routes routes) {
    routes.get("/projects/{id}/merge_requests", this::list);
    routes.post("/projects/{id}/merge_requests", this::create);
    routes.get("/projects/{id}/merge_requests/{iid}", this::read);
    routes.put("/projects/{id}/merge_requests/{iid}", this::update);
    routes.put("/projects/{id}/merge_requests/{iid}/merge", this::merge);
  }

  private Object list(Call call) {
    var sorted = Comparator.comparing(sortedBy(call)).thenComparing(mr -> mr.iid);
    var ascending = call.params.text("sort").filter("asc"::equals).isPresent();
    var found =
        call.project().mergeRequests.values().stream()
            .filter(wanted(call))
            .sorted(ascending ? sorted : sorted.reversed())
            .toList();
    return call.page(found, view::brief);
  }

  private static Function<MergeRequest, Instant> sortedBy(Call call) {
    var byUpdate = call.params.text("order_by").filter("updated_at"::equals).isPresent();
    return mr -> byUpdate ? mr.updatedAt : mr.createdAt;
  }

  private static Predicate<MergeRequest> wanted(Call call) {
    var params = call.params;
    var state = params.text("state").filter(text -> !text.equals("all"));
    var after = params.text("updated_after").map(MergeRequestsApi::time);
    var before = params.text("updated_before").map(MergeRequestsApi::time);
    var target = params.text("target_branch");
    var source = params.text("source_branch");
    var author = params.number("author_id");
    var labels = params.list("labels");
    var iids = params.list("iids");
    return mr ->
        state.map(mr.state::equals).orElse(true)
            && after.map(mr.updatedAt::isAfter).orElse(true)
            && before.map(mr.updatedAt::isBefore).orElse(true)
            && target.map(mr.targetBranch::equals).orElse(true)
            && source.map(mr.sourceBranch::equals).orElse(true)
            && author.map(id -> id == mr.author.id()).orElse(true)
            && mr.labels.containsAll(labels)
            && (iids.isEmpty() || iids.contains(String.valueOf(mr.iid)));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("updated_after is invalid");
    }
  }

  private Object create(Call call) {
    var source = call.project();
    var target =
        call.params
            .text("target_project_id")
            .map(id -> call.project(id).orElseThrow(() -> Refusal.notFound("Project")))
            .orElse(source);
    var branches =
        new MergeRequest.Branches(
            source,
            call.params.required("source_branch"),
            target,
            call.params.required("target_branch"));
    var title = call.params.required("title");
    var description = call.params.text("description").orElse("");
    var mr = actions.requests.open(call.user, branches, title, description);
    mr.removeSourceBranch = call.params.flag("remove_source_branch");
    mr.squash = call.params.flag("squash");
    var labels = call.params.list("labels");
    if (!labels.isEmpty()) {
      actions.requests.label(call.user, mr, labels, List.of());
    }
    return Answer.created(view.full(mr, call.user));
  }

  /** Reading prepares the diff, after as many reads as the world was told. */
  private Object read(Call call) {
    var mr = call.mergeRequest();
    var answer = view.full(mr, call.user);
    if (mr.unpreparedReads > 0) {
      mr.unpreparedReads--;
      mr.preparedAt = mr.isPrepared() ? call.world.now() : null;
    }
    return answer;
  }

  private Object update(Call call) {
    var mr = call.mergeRequest();
    var params = call.params;
    actions.requests.mayChange(call.user, mr);
    params.text("title").ifPresent(title -> actions.requests.retitle(call.user, mr, title));
    params.text("description").ifPresent(text -> actions.requests.describe(call.user, mr, text));
    params.text("target_branch").ifPresent(name -> actions.requests.retarget(call.user, mr, name));
    labels(call, mr);
    if (params.has("discussion_locked")) {
      mr.locked = params.flag("discussion_locked");
      actions.requests.touched(call.user, mr, new Fields());
    }
    params.text("state_event").ifPresent(event -> turn(call, mr, event));
    return view.full(mr, call.user);
  }

  private void labels(Call call, MergeRequest mr) {
    var params = call.params;
    var add = params.has("labels") ? params.list("labels") : params.list("add_labels");
    var remove =
        params.has("labels")
            ? mr.labels.stream().filter(name -> !add.contains(name)).toList()
            : params.list("remove_labels");
    actions.requests.label(call.user, mr, add, remove);
  }

  private void turn(Call call, MergeRequest mr, String event) {
    switch (event) {
      case "close" -> actions.requests.close(call.user, mr);
      case "reopen" -> actions.requests.reopen(call.user, mr);
      default -> throw Refusal.invalid("state_event does not have a valid value");
    }
  }

  private Object merge(Call call) {
    var mr = call.mergeRequest();
    var params = call.params;
    var choices =
        new Choices(
            params.text("sha").orElse(null),
            params.has("squash") ? params.flag("squash") : null,
            params.flag("should_remove_source_branch"),
            params.text("merge_commit_message").orElse(null));
    actions.merging.merge(call.user, mr, choices);
    return view.full(mr, call.user);
  }
}
