package dev.sluice.demo.act;

import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Suggestion blocks in diff notes, and the button that applies them. */
public final class Suggestions {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(`{3,})suggestion(?::-(\\d+)\\+(\\d+))?[ \\t]*\\n(.*?)^\\1[ \\t]*$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private final Access access;
  private final Pushes pushes;
  private final Notes notes;

  Suggestions(World world, Pushes pushes, Notes notes) {
    this.access = new Access(world);
    this.pushes = pushes;
    this.notes = notes;
  }

  /** A replacement for lines from..to (1-based, inclusive) of the file. */
  public record Suggestion(int from, int to, String text) {}

  /** The suggestions of a note, in order; none outside the new side of a diff. */
  public static List<Suggestion> of(Note note) {
    var position = note.position;
    if (position == null || position.newLine() == null) {
      return List.of();
    }
    int line = position.newLine();
    List<Suggestion> found = new ArrayList<>();
    var match = BLOCK.matcher(note.body);
    while (match.find()) {
      var above = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
      var below = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
      found.add(new Suggestion(Math.max(1, line - above), line + below, match.group(4)));
    }
    return found;
  }

  /** Commits the suggestion to the source branch and resolves its thread. */
  public void apply(User by, MergeRequest mr, Note note, int number) {
    var suggestions = of(note);
    if (number >= suggestions.size()) {
      throw Refusal.notFound("Suggestion");
    }
    if (by.id() != mr.author.id()) {
      access.require(by, mr.sourceProject, Level.DEVELOPER);
    }
    if (note.applied.contains(number) || !mr.isOpen() || note.position == null) {
      throw Refusal.of(400, "Suggestion is not appliable");
    }
    var path = note.position.newPath();
    var changed = replaced(mr, path, suggestions.get(number));
    var message =
        "Apply 1 suggestion(s) to 1 file(s)\n\nCo-authored-by: %s <%s>"
            .formatted(note.author.name(), note.author.email());
    note.applied.add(number);
    pushes.commit(
        by,
        mr.sourceProject,
        new Pushes.NewCommit(
            mr.sourceBranch, null, message, List.of(FileAction.put(path, changed))));
    var thread = mr.discussion(note.discussionId).orElseThrow();
    notes.resolve(by, mr, thread, true);
  }

  private static String replaced(MergeRequest mr, String path, Suggestion suggestion) {
    var repository = mr.sourceProject.repository;
    var tree = repository.get(mr.headSha).tree();
    var text =
        new String(
            repository.content(tree.file(path).orElseThrow(() -> Refusal.notFound("File"))),
            StandardCharsets.UTF_8);
    var lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    var to = Math.min(suggestion.to(), lines.size());
    lines.subList(suggestion.from() - 1, to).clear();
    lines.add(suggestion.from() - 1, suggestion.text());
    return String.join("", lines);
  }
}
