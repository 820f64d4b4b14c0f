package dev.sluice.flow.note;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;

/** Fills the templates of {@code src/main/jte/note}. */
public final class Notes {
  /** GitLab takes a million characters; mails and browsers do not. */
  private static final int LONGEST = 60_000;

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Plain);

  public String summary(SummaryView view) {
    return render("note/summary.jte", view);
  }

  public String finding(FindingView view) {
    return render("note/finding.jte", view);
  }

  public String result(ResultView view) {
    return render("note/result.jte", view);
  }

  public String plan(PlanView view) {
    return render("note/plan.jte", view);
  }

  public String diff(DiffView view) {
    return render("note/diff.jte", view);
  }

  private String render(String template, Object view) {
    TemplateOutput output = new MarkdownOutput();
    templates.render(template, view, output);
    String note = output.toString();
    return note.length() <= LONGEST
        ? note
        : note.substring(0, note.lastIndexOf('\n', LONGEST))
            + "\n\n_Cut here: the note grew too long. The rest is in Sluice's record._\n";
  }
}
