package dev.sluice.demo.hooks;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.json.Json;
import dev.sluice.demo.model.Hook;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something happened: makes the payload and hands one delivery to each hook that wants it. */
public final class Events {
  private static final String NO_COMMIT = "0".repeat(40);
  private static final int COMMITS_IN_PUSH = 20;
  private final World world;
  private final Consumer<Delivery> out;
  private final Payloads payloads;

  public Events(World world, Consumer<Delivery> out) {
    this.world = world;
    this.out = out;
    this.payloads = new Payloads(world);
  }

  /** A merge request event without special fields. */
  public void mergeRequest(User by, MergeRequest mr, String action) {
    mergeRequest(by, mr, action, Map.of(), new Fields());
  }

  /** A push to the source branch: an update with the old head. */
  public void pushedTo(User by, MergeRequest mr, String oldHead) {
    mergeRequest(by, mr, "update", Map.of("oldrev", oldHead), new Fields());
  }

  /** An update of fields: each change is a map of {@code previous} and {@code current}. */
  public void updated(User by, MergeRequest mr, Fields changes) {
    mergeRequest(by, mr, "update", Map.of(), changes);
  }

  private void mergeRequest(
      User by, MergeRequest mr, String action, Map<String, ?> attributes, Fields changes) {
    var payload =
        new Fields()
            .with("object_kind", "merge_request")
            .with("event_type", "merge_request")
            .with("user", payloads.user(by))
            .with("project", payloads.project(mr.project))
            .with("repository", payloads.repository(mr.project))
            .with(
                "object_attributes",
                payloads
                    .mergeRequest(mr)
                    .with("action", action)
                    .with("actioned_at", world.now())
                    .with("system", false)
                    .withAll(attributes))
            .with("labels", payloads.labels(mr))
            .with("changes", changes)
            .with("assignees", mr.assignees.stream().map(payloads::user).toList())
            .with("reviewers", mr.reviewers.stream().map(payloads::user).toList());
    send(mr.project, "merge_requests", "Merge Request Hook", payload);
  }

  /** A comment was written ({@code create}) or edited ({@code update}). */
  public void note(User by, Note note, String action) {
    var noteable = note.noteable;
    var payload =
        new Fields()
            .with("object_kind", "note")
            .with("event_type", note.internal ? "confidential_note" : "note")
            .with("user", payloads.user(by))
            .with("project_id", noteable.project.id)
            .with("project", payloads.project(noteable.project))
            .with("repository", payloads.repository(noteable.project))
            .with("object_attributes", payloads.note(note).with("action", action));
    if (noteable instanceof MergeRequest mr) {
      payload.with("merge_request", payloads.mergeRequest(mr));
    } else {
      payload.with("issue", payloads.issue(noteable));
    }
    if (note.internal) {
      send(noteable.project, "confidential_note", "Confidential Note Hook", payload);
    } else {
      send(noteable.project, "note", "Note Hook", payload);
    }
  }

  /** A branch moved; null stands for "was not there" and "is gone". */
  public void push(
      User by, Project project, String branch, @Nullable String before, @Nullable String after) {
    var commits = after == null ? List.<Commit>of() : pushed(project, before, after);
    var payload =
        new Fields()
            .with("object_kind", "push")
            .with("event_name", "push")
            .with("before", before == null ? NO_COMMIT : before)
            .with("after", after == null ? NO_COMMIT : after)
            .with("ref", "refs/heads/" + branch)
            .with("ref_protected", branch.equals(project.defaultBranch))
            .with("checkout_sha", after)
            .with("user_id", by.id())
            .with("user_name", by.name())
            .with("user_username", by.username())
            .with("user_email", "")
            .with("project_id", project.id)
            .with("project", payloads.project(project))
            .with("repository", payloads.repository(project))
            .with(
                "commits",
                commits.stream()
                    .skip(Math.max(0, commits.size() - COMMITS_IN_PUSH))
                    .map(commit -> payloads.commit(project, commit))
                    .toList())
            .with("total_commits_count", commits.size());
    send(project, "push", "Push Hook", payload);
  }

  /** Oldest first. */
  private static List<Commit> pushed(Project project, @Nullable String before, String after) {
    var history = project.repository.history();
    var base =
        before != null ? before : project.repository.branch(project.defaultBranch).orElse(after);
    var commits = new ArrayList<>(history.between(base, after));
    Collections.reverse(commits);
    return commits;
  }

  /** The test button: sends an example payload of the event to one hook. */
  public void test(Hook hook, String eventName, Fields payload) {
    deliver(hook, eventName, payload, UUID.randomUUID().toString());
  }

  private void send(Project project, String event, String eventName, Fields payload) {
    var chain = UUID.randomUUID().toString();
    for (var hook : project.hooks.values()) {
      if (hook.events().contains(event)) {
        deliver(hook, eventName, payload, chain);
      }
    }
  }

  private void deliver(Hook hook, String eventName, Fields payload, String chain) {
    var body = Json.HOOK.write(payload);
    var key = UUID.randomUUID().toString();
    out.accept(new Delivery(key, chain, hook, eventName, Json.HOOK.read(body), body));
  }
}
