package dev.sluice.demo;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.act.Merging.Choices;
import dev.sluice.demo.act.Pushes.NewCommit;
import dev.sluice.demo.git.Commit;
import dev.sluice.demo.git.Signature;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Branches;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody who works with the stand-in: each method does what a click or a {@code git push} does,
 * with this person's rights, and sends the same webhooks. A refusal is thrown as {@link
 * dev.sluice.demo.model.Refusal}.
 */
public final class Person {
  private final World world;
  private final Actions actions;
  private final User user;

  Person(World world, Actions actions, User user) {
    this.world = world;
    this.actions = actions;
    this.user = user;
  }

  public User user() {
    return world.fresh(user);
  }

  private void run(Runnable work) {
    world.locked(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T get(Supplier<T> work) {
    return world.locked(work);
  }

  /** Commits and pushes one file; a branch that is not there starts at the default branch. */
  public Commit push(Project project, String branch, String path, String text) {
    return push(project, branch, "Change " + path, FileAction.put(path, text));
  }

  /** Commits and pushes; a branch that is not there starts at the default branch. */
  public Commit push(Project project, String branch, String message, FileAction... files) {
    return get(
        () -> {
          var repository = project.repository;
          var fresh = repository.branch(branch).isEmpty() && !repository.branches().isEmpty();
          var start = fresh ? project.defaultBranch : null;
          var commit = new NewCommit(branch, start, message, Arrays.asList(files));
          return actions.pushes.commit(user(), project, commit);
        });
  }

  /** Replaces the branch by one commit on top of the default branch. */
  public Commit forcePush(Project project, String branch, String message, FileAction... files) {
    return get(
        () -> {
          var main = project.repository.branch(project.defaultBranch).orElseThrow();
          return rewrite(project, branch, main, message, files);
        });
  }

  /** Moves a branch to a commit made on an older one: what a force push of main does. */
  public Commit rewrite(
      Project project, String branch, String parent, String message, FileAction... files) {
    return get(
        () -> {
          var repository = project.repository;
          var tree = repository.get(parent).tree();
          for (var file : files) {
            tree = file.apply(repository, tree);
          }
          var author = new Signature(user().name(), user().email());
          var commit = repository.commit(List.of(parent), tree, author, message, world.now());
          actions.pushes.move(user(), project, branch, commit.id());
          return commit;
        });
  }

  public void deleteBranch(Project project, String branch) {
    run(() -> actions.pushes.deleteBranch(user(), project, branch));
  }

  public MergeRequest open(Project project, String branch, String title) {
    return open(new Branches(project, branch, project, project.defaultBranch), title, "");
  }

  /** Also from a fork, or into another branch. */
  public MergeRequest open(Branches branches, String title, String description) {
    return get(() -> actions.requests.open(user(), branches, title, description));
  }

  /** Rebases the source branch onto the target branch: same change, new commits. */
  public Commit rebase(MergeRequest mr) {
    return get(
        () -> {
          var repository = mr.sourceProject.repository;
          repository.fetch(mr.project.repository);
          var parent = mr.project.repository.branch(mr.targetBranch).orElseThrow();
          var base = repository.history().mergeBase(parent, mr.headSha).orElseThrow();
          for (var old : reversed(repository.history().between(base, mr.headSha))) {
            var before = repository.get(old.parents().get(0)).tree();
            var onto = repository.get(parent).tree();
            var tree = repository.merge(before, onto, old.tree()).orElseThrow();
            parent =
                repository
                    .commit(List.of(parent), tree, old.author(), old.message(), world.now())
                    .id();
          }
          actions.pushes.move(user(), mr.sourceProject, mr.sourceBranch, parent);
          return repository.get(parent);
        });
  }

  private static List<Commit> reversed(List<Commit> newestFirst) {
    return newestFirst.stream()
        .sorted((a, b) -> newestFirst.indexOf(b) - newestFirst.indexOf(a))
        .toList();
  }

  /** A comment; empty when it was only quick actions. */
  public Optional<Note> comment(MergeRequest mr, String body) {
    return get(() -> actions.notes.comment(user(), mr, body, false).note());
  }

  public Optional<Note> reply(MergeRequest mr, Discussion discussion, String body) {
    return get(() -> actions.notes.reply(user(), mr, discussion, body).note());
  }

  public void edit(Note note, String body) {
    get(() -> actions.notes.edit(user(), note, body));
  }

  public void delete(Note note) {
    run(() -> actions.notes.delete(user(), note));
  }

  public void resolve(MergeRequest mr, Discussion discussion) {
    run(() -> actions.notes.resolve(user(), mr, discussion, true));
  }

  public void unresolve(MergeRequest mr, Discussion discussion) {
    run(() -> actions.notes.resolve(user(), mr, discussion, false));
  }

  /** Applies the first suggestion of a note. */
  public void applySuggestion(MergeRequest mr, Note note) {
    run(() -> actions.suggestions.apply(user(), mr, note, 0));
  }

  public void approve(MergeRequest mr) {
    run(() -> actions.approving.approve(user(), mr, null));
  }

  public void unapprove(MergeRequest mr) {
    run(() -> actions.approving.unapprove(user(), mr));
  }

  public void merge(MergeRequest mr) {
    run(() -> actions.merging.merge(user(), mr, Choices.DEFAULT));
  }

  public void squashAndMerge(MergeRequest mr) {
    run(() -> actions.merging.merge(user(), mr, new Choices(null, true, false, null)));
  }

  public void close(MergeRequest mr) {
    run(() -> actions.requests.close(user(), mr));
  }

  public void reopen(MergeRequest mr) {
    run(() -> actions.requests.reopen(user(), mr));
  }

  public void retitle(MergeRequest mr, String title) {
    run(() -> actions.requests.retitle(user(), mr, title));
  }

  public void retarget(MergeRequest mr, String branch) {
    run(() -> actions.requests.retarget(user(), mr, branch));
  }
}
