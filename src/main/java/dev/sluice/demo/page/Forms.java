package dev.sluice.demo.page;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.act.Merging.Choices;
import dev.sluice.demo.act.Pushes.NewCommit;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Branches;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the buttons and forms do, by the name in their address. */
final class Forms {
  private final Actions actions;
  private final Map<String, Form> forms = new TreeMap<>();

  /** One button. */
  private interface Form {
    void submit(User by, MergeRequest mr, Context http);
  }

  Forms(Actions actions) {
    this.actions = actions;
    forms.put("comment", this::comment);
    forms.put("reply", (by, mr, http) -> actions.notes.reply(by, mr, thread(mr, http), body(http)));
    forms.put("line", this::commentOnLine);
    forms.put("resolve", (by, mr, http) -> actions.notes.resolve(by, mr, thread(mr, http), true));
    forms.put(
        "unresolve", (by, mr, http) -> actions.notes.resolve(by, mr, thread(mr, http), false));
    forms.put("suggestion", (by, mr, http) -> actions.suggestions.apply(by, mr, note(mr, http), 0));
    forms.put("approve", (by, mr, http) -> actions.approving.approve(by, mr, null));
    forms.put("unapprove", (by, mr, http) -> actions.approving.unapprove(by, mr));
    forms.put("merge", (by, mr, http) -> actions.merging.merge(by, mr, Choices.DEFAULT));
    forms.put("close", (by, mr, http) -> actions.requests.close(by, mr));
    forms.put("reopen", (by, mr, http) -> actions.requests.reopen(by, mr));
    forms.put("edit", this::edit);
  }

  void submit(String name, User by, MergeRequest mr, Context http) {
    var form = forms.get(name);
    if (form == null) {
      throw Refusal.notFound("Form");
    }
    try {
      form.submit(by, mr, http);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("a number is invalid");
    }
  }

  private static String text(Context http, String name) {
    var text = http.formParam(name);
    if (text == null) {
      throw Refusal.invalid(name + " is missing");
    }
    return text.replace("\r\n", "\n");
  }

  private static String body(Context http) {
    return text(http, "body");
  }

  private static Discussion thread(MergeRequest mr, Context http) {
    return mr.discussion(text(http, "thread")).orElseThrow(() -> Refusal.notFound("Discussion"));
  }

  private static Note note(MergeRequest mr, Context http) {
    return mr.note(Long.parseLong(text(http, "note"))).orElseThrow(() -> Refusal.notFound("Note"));
  }

  private void comment(User by, MergeRequest mr, Context http) {
    actions.notes.comment(by, mr, body(http), false);
  }

  private void commentOnLine(User by, MergeRequest mr, Context http) {
    var version = mr.latest().orElseThrow(() -> Refusal.notFound("Version"));
    var shas = new Position.Shas(version.base(), version.start(), version.head());
    var position =
        new Position(
            shas,
            text(http, "old_path"),
            text(http, "new_path"),
            "text",
            number(http, "old_line"),
            number(http, "new_line"),
            null);
    actions.notes.startThread(by, mr, body(http), position);
  }

  private static @Nullable Integer number(Context http, String name) {
    var text = text(http, name);
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private void edit(User by, MergeRequest mr, Context http) {
    var path = text(http, "path");
    var commit = commit(mr.sourceBranch, null, path, text(http, "text"));
    actions.pushes.commit(by, mr.sourceProject, commit);
  }

  /** A new branch with one file, and a merge request for it. */
  MergeRequest open(User by, Project project, Context http) {
    var branch = text(http, "branch");
    var commit = commit(branch, project.defaultBranch, text(http, "path"), text(http, "text"));
    actions.pushes.commit(by, project, commit);
    var branches = new Branches(project, branch, project, project.defaultBranch);
    return actions.requests.open(by, branches, text(http, "title"), text(http, "description"));
  }

  private static NewCommit commit(
      String branch, @Nullable String start, String path, String content) {
    var file = FileAction.put(path, content.endsWith("\n") ? content : content + "\n");
    return new NewCommit(branch, start, "Change " + path, List.of(file));
  }
}
