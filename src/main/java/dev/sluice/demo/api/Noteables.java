package dev.sluice.demo.api;

import dev.sluice.demo.act.Notes.Written;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Refusal;

/** Finds notes and threads of a request, and reads positions. */
final class Noteables {
  private Noteables() {}

  static Noteable issue(Call call) {
    var issue = call.project().issues.get(call.id("iid"));
    if (issue == null) {
      throw Refusal.notFound("Issue");
    }
    return issue;
  }

  static Note note(Call call, Noteable noteable) {
    return noteable.note(call.id("note")).orElseThrow(() -> Refusal.notFound("Note"));
  }

  static Discussion discussion(Call call, Noteable noteable) {
    return noteable
        .discussion(call.path("discussion"))
        .orElseThrow(() -> Refusal.notFound("Discussion"));
  }

  /** A text that was only quick actions: done, but no note. */
  static Answer commandsOnly(Written written) {
    return new Answer(
        202,
        new Fields().with("commands_changes", new Fields()).with("summary", written.summaries()));
  }

  static Refusal commandsOnlyInThread(Written written) {
    return Refusal.badRequest("Note {:commands_only=>" + written.summaries() + "}");
  }

  static Position position(Params params) {
    var shas =
        new Position.Shas(
            params.required("position.base_sha"),
            params.required("position.start_sha"),
            params.required("position.head_sha"));
    var type = params.required("position.position_type");
    var newPath = params.text("position.new_path");
    var oldPath = params.text("position.old_path");
    if (newPath.isEmpty() && oldPath.isEmpty()) {
      throw Refusal.invalid("position[new_path] is missing");
    }
    return new Position(
        shas,
        oldPath.or(() -> newPath).orElseThrow(),
        newPath.or(() -> oldPath).orElseThrow(),
        type,
        params.line("position.old_line"),
        params.line("position.new_line"),
        params.object("position.line_range"));
  }
}
