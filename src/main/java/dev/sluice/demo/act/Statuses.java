package dev.sluice.demo.act;

import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.CommitStatus;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Pipeline;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** External commit statuses: a state machine that refuses to repeat itself. */
public final class Statuses {
  private static final Map<String, String> EVENTS =
      Map.of(
          "pending", "enqueue",
          "running", "run",
          "success", "success",
          "failed", "drop",
          "canceled", "cancel",
          "skipped", "skip");
  private final World world;
  private final Access access;

  Statuses(World world) {
    this.world = world;
    this.access = new Access(world);
  }

  /** What is said about a commit. */
  public record Wanted(
      String sha,
      String state,
      String name,
      @Nullable String ref,
      @Nullable Long pipeline,
      @Nullable String description,
      @Nullable String targetUrl) {}

  /** A status and the pipeline it is part of. */
  public record Placed(Pipeline pipeline, CommitStatus status) {}

  public Placed set(User by, Project project, Wanted wanted) {
    access.require(by, project, Level.DEVELOPER);
    if (!EVENTS.containsKey(wanted.state())) {
      throw Refusal.invalid("state does not have a valid value");
    }
    var commit =
        project.repository.resolve(wanted.sha()).orElseThrow(() -> Refusal.notFound("Commit"));
    checkLengths(wanted);
    var pipeline = pipeline(project, commit.id(), wanted);
    var status = job(by, pipeline, wanted.name());
    transition(status, wanted.state());
    if (wanted.description() != null) {
      status.description = wanted.description();
    }
    if (wanted.targetUrl() != null) {
      status.targetUrl = wanted.targetUrl();
    }
    return new Placed(pipeline, status);
  }

  private static void checkLengths(Wanted wanted) {
    if (wanted.description() != null && wanted.description().length() > 255) {
      throw tooLong("description");
    }
    if (wanted.targetUrl() != null && wanted.targetUrl().length() > 255) {
      throw tooLong("target_url");
    }
  }

  private static Refusal tooLong(String field) {
    return new Refusal(
        400, Map.of("message", Map.of(field, List.of("is too long (maximum is 255 characters)"))));
  }

  private Pipeline pipeline(Project project, String sha, Wanted wanted) {
    if (wanted.pipeline() != null) {
      return project.pipelines.stream()
          .filter(each -> each.id == wanted.pipeline() && each.sha.equals(sha))
          .findFirst()
          .orElseThrow(() -> Refusal.notFound("Pipeline"));
    }
    var ref = ref(project, sha, wanted.ref());
    Optional<Pipeline> known =
        project.pipelines.stream()
            .filter(each -> each.sha.equals(sha) && each.ref.equals(ref))
            .reduce((older, newer) -> newer);
    if (known.isPresent()) {
      return known.get();
    }
    var pipeline = new Pipeline(world.nextId(), sha, ref, world.now());
    project.pipelines.add(pipeline);
    return pipeline;
  }

  private static String ref(Project project, String sha, @Nullable String ref) {
    if (ref != null) {
      return ref;
    }
    var repository = project.repository;
    return repository.branches().entrySet().stream()
        .filter(branch -> repository.history().contains(branch.getValue(), sha))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("References for commit"));
  }

  /** The running job of this name and user, or a new one that retries the old. */
  private CommitStatus job(User by, Pipeline pipeline, String name) {
    var latest =
        pipeline.latest().stream().filter(job -> job.name.equals(name)).findFirst().orElse(null);
    if (latest != null && latest.author.id() == by.id() && !latest.isFinished()) {
      return latest;
    }
    if (latest != null) {
      latest.retried = true;
    }
    var job = new CommitStatus(world.nextId(), name, by, world.now());
    pipeline.jobs.add(job);
    return job;
  }

  private void transition(CommitStatus status, String state) {
    var event = EVENTS.get(state);
    var repeated = status.status.equals(state);
    var backwards = state.equals("pending") && status.status.equals("running");
    if (repeated || backwards) {
      throw Refusal.of(
          400,
          "Cannot transition status via :%1$s from :%2$s (Reason(s): Status cannot transition via \"%1$s\")"
              .formatted(event, status.status));
    }
    status.status = state;
    if (state.equals("running")) {
      status.startedAt = world.now();
    } else if (status.isFinished()) {
      status.finishedAt = world.now();
    }
  }
}
