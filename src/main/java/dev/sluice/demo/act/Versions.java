package dev.sluice.demo.act;

import dev.sluice.demo.git.FileDiff;
import dev.sluice.demo.git.Hashes;
import dev.sluice.demo.git.Hunk;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Version;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Position.Shas;
import dev.sluice.demo.model.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The states of a merge request's diff. */
public final class Versions {
  private final World world;

  Versions(World world) {
    this.world = world;
  }

  /** Notes the head of the source branch and the diff against the target branch as of now. */
  void record(MergeRequest mr) {
    var repository = mr.project.repository;
    repository.fetch(mr.sourceProject.repository);
    var head = mr.sourceProject.repository.branch(mr.sourceBranch).orElse(mr.headSha);
    var start = repository.branch(mr.targetBranch).orElseThrow();
    var base = repository.history().mergeBase(start, head).orElse(start);
    var files = repository.diff(repository.get(base).tree(), repository.get(head).tree());
    mr.headSha = head;
    repository.setRef("refs/merge-requests/%d/head".formatted(mr.iid), head);
    mr.versions.add(new Version(world.nextId(), base, start, head, patchId(files), world.now()));
    mr.updatedAt = world.now();
    mr.notes().forEach(note -> trace(mr, note));
  }

  /** What a version changed. */
  public static List<FileDiff> files(MergeRequest mr, Version version) {
    var repository = mr.project.repository;
    return repository.diff(
        repository.get(version.base()).tree(), repository.get(version.head()).tree());
  }

  /** The same for the same change, wherever its lines stand. */
  private static String patchId(List<FileDiff> files) {
    var text = new StringBuilder();
    for (var file : files) {
      text.append(file.unifiedHeader());
      for (var hunk : file.hunks()) {
        for (var line : hunk.lines()) {
          text.append(line.kind()).append(line.text().replaceAll("\\s", ""));
        }
      }
    }
    return Hashes.sha1(text.toString());
  }

  /** A diff note follows its line as long as the line is there; else it stays with the old diff. */
  private static void trace(MergeRequest mr, Note note) {
    var position = note.position;
    if (position == null || mr.latest().isEmpty()) {
      return;
    }
    var latest = mr.latest().get();
    var shas = new Shas(latest.base(), latest.start(), latest.head());
    Positions.text(mr, note)
        .flatMap(text -> same(files(mr, latest), position, text))
        .ifPresent(
            line ->
                note.position =
                    position.at(
                        shas,
                        position.oldLine() == null ? null : line.oldLine(),
                        position.newLine() == null ? null : line.newLine()));
  }

  private static Optional<Hunk.Line> same(List<FileDiff> files, Position position, String text) {
    var wanted = position.newLine() == null ? 0 : position.newLine();
    return files.stream()
        .filter(file -> file.newPath().equals(position.newPath()))
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .filter(line -> Positions.kind(position) == line.kind() && line.shown().equals(text))
        .min(Comparator.comparingInt(line -> Math.abs(line.newLine() - wanted)));
  }
}
