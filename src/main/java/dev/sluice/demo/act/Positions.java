package dev.sluice.demo.act;

import dev.sluice.demo.git.FileDiff;
import dev.sluice.demo.git.Hunk;
import dev.sluice.demo.git.Hunk.Kind;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Refusal;
import java.util.Optional;

/** Says whether a comment may stand where it wants to: on a line of the diff, exactly described. */
public final class Positions {
  private static final String BAD_LINE =
      "Note {:line_code=>[\"can't be blank\", \"must be a valid line code\"]}";

  private Positions() {}

  /** Refuses what GitLab refuses. */
  static void check(MergeRequest mr, Position position) {
    var file = file(mr, position).orElseThrow(() -> Refusal.badRequest(BAD_LINE));
    var omitted = mr.project.omissions.containsKey(file.newPath());
    if (position.type().equals("file")) {
      return;
    }
    if (omitted || line(file, position).isEmpty()) {
      throw Refusal.badRequest(BAD_LINE);
    }
  }

  /** The text of the line that a diff note was written on. */
  static Optional<String> text(MergeRequest mr, Note note) {
    var position = note.position;
    return position == null
        ? Optional.empty()
        : file(mr, position).flatMap(file -> line(file, position)).map(Hunk.Line::shown);
  }

  private static Optional<FileDiff> file(MergeRequest mr, Position position) {
    var repository = mr.project.repository;
    var base = repository.resolve(position.shas().base());
    var head = repository.resolve(position.shas().head());
    if (base.isEmpty() || head.isEmpty()) {
      return Optional.empty();
    }
    return repository.diff(base.get().tree(), head.get().tree()).stream()
        .filter(file -> file.newPath().equals(position.newPath()))
        .filter(file -> file.oldPath().equals(position.oldPath()))
        .findFirst();
  }

  private static Optional<Hunk.Line> line(FileDiff file, Position position) {
    return file.hunks().stream()
        .flatMap(hunk -> hunk.lines().stream())
        .filter(line -> matches(line, position))
        .findFirst();
  }

  /** True for the line of a diff that the position names. */
  public static boolean matches(Hunk.Line line, Position position) {
    var old = position.oldLine();
    var fresh = position.newLine();
    return (old != null || fresh != null)
        && line.kind() == kind(position)
        && (old == null || old == line.oldLine())
        && (fresh == null || fresh == line.newLine());
  }

  static Kind kind(Position position) {
    if (position.oldLine() == null) {
      return Kind.ADDED;
    }
    return position.newLine() == null ? Kind.REMOVED : Kind.CONTEXT;
  }
}
