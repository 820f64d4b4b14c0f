package dev.sluice.demo.api;

import dev.sluice.demo.act.Suggestions;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.DraftNote;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of notes, threads, drafts and reactions. */
final class NoteView {
  private final Views views;

  NoteView(World world) {
    this.views = new Views(world);
  }

  Fields note(Note note) {
    var fields =
        new Fields()
            .with("id", note.id)
            .with("type", note.type)
            .with("body", note.body)
            .with("attachment", null)
            .with("author", views.user(note.author))
            .with("created_at", note.createdAt)
            .with("updated_at", note.updatedAt)
            .with("system", note.system)
            .with("noteable_id", note.noteable.id)
            .with("noteable_type", note.noteable.kind())
            .with("noteable_iid", note.noteable.iid)
            .with("project_id", note.noteable.project.id)
            .with("resolvable", note.isResolvable())
            .with("confidential", note.internal)
            .with("internal", note.internal)
            .with("imported", false)
            .with("commands_changes", new Fields());
    if (note.isResolvable()) {
      var resolution = note.resolution;
      fields
          .with("resolved", resolution != null)
          .with("resolved_by", resolution == null ? null : views.user(resolution.by()))
          .with("resolved_at", resolution == null ? null : resolution.at());
    }
    if (note.position != null) {
      fields.with("position", position(note.position)).with("suggestions", suggestions(note));
    }
    return fields;
  }

  private static List<Fields> suggestions(Note note) {
    var appliable = note.noteable instanceof MergeRequest mr && mr.isOpen();
    List<Fields> views = new ArrayList<>();
    for (var suggestion : Suggestions.of(note)) {
      var number = views.size();
      var applied = note.applied.contains(number);
      views.add(
          new Fields()
              .with("id", note.id * 100 + number)
              .with("from_line", suggestion.from())
              .with("to_line", suggestion.to())
              .with("appliable", appliable && !applied)
              .with("applied", applied)
              .with("to_content", suggestion.text()));
    }
    return views;
  }

  static @Nullable Fields position(@Nullable Position position) {
    return position == null
        ? null
        : new Fields()
            .with("base_sha", position.shas().base())
            .with("start_sha", position.shas().start())
            .with("head_sha", position.shas().head())
            .with("old_path", position.oldPath())
            .with("new_path", position.newPath())
            .with("position_type", position.type())
            .with("old_line", position.oldLine())
            .with("new_line", position.newLine())
            .with("line_range", position.lineRange());
  }

  Fields discussion(Discussion discussion) {
    return new Fields()
        .with("id", discussion.id)
        .with("individual_note", discussion.individualNote)
        .with("notes", discussion.notes.stream().map(this::note).toList());
  }

  static Fields draft(MergeRequest mr, DraftNote draft) {
    return new Fields()
        .with("id", draft.id())
        .with("author_id", draft.author().id())
        .with("merge_request_id", mr.id)
        .with("resolve_discussion", draft.resolveDiscussion())
        .with("discussion_id", draft.discussionId())
        .with("note", draft.note())
        .with("commit_id", null)
        .with("line_code", null)
        .with("position", position(draft.position()));
  }

  Fields award(Note note, Note.Award award) {
    return new Fields()
        .with("id", award.id())
        .with("name", award.name())
        .with("user", views.user(award.user()))
        .with("created_at", award.at())
        .with("updated_at", award.at())
        .with("awardable_id", note.id)
        .with("awardable_type", "Note");
  }
}
