package dev.sluice.e2e;

import dev.sluice.demo.Person;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.CommitStatus;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import java.util.List;
import java.util.Optional;

/** One merge request, as people see it; what Sluice wrote comes without its invisible joiners. */
public final class Scene {
  public final World world;
  public final MergeRequest mr;

  /** Of the script that the merge request is about. */
  public final String path;

  public Scene(World world, MergeRequest mr, String path) {
    this.world = world;
    this.mr = mr;
    this.path = path;
  }

  /** Waits until nothing is left to do. */
  public Scene settle() {
    world.settle();
    return this;
  }

  /** The developer pushes the script anew. */
  public Scene push(String sql) {
    return push(FileAction.put(path, sql));
  }

  public Scene push(FileAction... files) {
    world.as("dev").push(world.project, mr.sourceBranch, "Push more", files);
    return settle();
  }

  public Scene comment(String username, String body) {
    Person person = world.as(username);
    person.comment(mr, body);
    return settle();
  }

  public Scene approve(String username) {
    world.as(username).approve(mr);
    return settle();
  }

  public Scene merge() {
    world.as("olga").merge(mr);
    return settle();
  }

  /** Every note of Sluice, oldest first. */
  public List<String> said() {
    return world.gitlab.read(() -> mr.notes().filter(this::ours).map(n -> plain(n.body)).toList());
  }

  /** The summary's text; empty without one. */
  public String summary() {
    List<String> all = said().stream().filter(n -> n.contains("kind=summary")).toList();
    if (all.size() > 1) {
      throw new AssertionError(all.size() + " summaries: " + all);
    }
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The last note that is no summary and no finding; empty without one. */
  public String lastReply() {
    List<String> replies =
        said().stream()
            .filter(n -> !n.contains("kind=summary") && !n.contains("kind=finding"))
            .toList();
    return replies.isEmpty() ? "" : replies.get(replies.size() - 1);
  }

  /** Threads of findings, resolved or not. */
  public List<Discussion> threads() {
    return world.gitlab.read(
        () ->
            mr.discussions.stream()
                .filter(d -> !d.notes.isEmpty())
                .filter(d -> d.first().body.contains("kind=finding"))
                .toList());
  }

  /** The one thread about a rule. */
  public Discussion thread(String rule) {
    List<Discussion> found =
        threads().stream().filter(d -> text(d.first()).contains("rule=" + rule + " ")).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " threads about " + rule + " in " + said());
    }
    return found.get(0);
  }

  public List<Discussion> openThreads() {
    return threads().stream().filter(d -> !d.isResolved()).toList();
  }

  /** The rules of the open threads. */
  public List<String> openRules() {
    return openThreads().stream()
        .map(d -> text(d.first()).replaceFirst("(?s).* rule=([a-z-]+) -->.*", "$1"))
        .toList();
  }

  public static String text(Note note) {
    return plain(note.body);
  }

  /** The state of a commit status on the head, e.g. {@code failed}; {@code none} without one. */
  public String status(String name) {
    return find(name).map(s -> s.status).orElse("none");
  }

  /** Its description. */
  public String statusText(String name) {
    return find(name).map(s -> s.description).orElse("");
  }

  private Optional<CommitStatus> find(String name) {
    return world.gitlab.read(
        () ->
            mr.project.pipelines.stream()
                .filter(p -> p.sha.equals(mr.headSha))
                .flatMap(p -> p.latest().stream())
                .filter(s -> s.name.equals(name))
                .findFirst());
  }

  public List<String> labels() {
    return world.gitlab.read(() -> List.copyOf(mr.labels));
  }

  private boolean ours(Note note) {
    return !note.system && note.author.id() == world.bot.id();
  }

  private static String plain(String body) {
    return body.replace("\u2060", "");
  }
}
