package dev.sluice.flow.note;

import dev.sluice.language.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;

/** Fills the templates of {@code src/main/jte/note}. */
public final class Notes {
  /** GitLab takes a million characters; mails and browsers do not. */
  private static final int LONGEST = 60_000;

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Plain);

  public String summary(SummaryView view, Language language) {
    return render("note/summary.jte", view, language);
  }

  public String finding(FindingView view, Language language) {
    return render("note/finding.jte", view, language);
  }

  public String result(ResultView view, Language language) {
    return render("note/result.jte", view, language);
  }

  public String progress(ProgressView view, Language language) {
    return render("note/progress.jte", view, language);
  }

  public String group(GroupView view, Language language) {
    return render("note/group.jte", view, language);
  }

  public String plan(PlanView view, Language language) {
    return render("note/plan.jte", view, language);
  }

  public String diff(DiffView view, Language language) {
    return render("note/diff.jte", view, language);
  }

  public String history(HistoryView view, Language language) {
    return render("note/history.jte", view, language);
  }

  private String render(String template, Object view, Language language) {
    TemplateOutput output = new MarkdownOutput();
    templates.render(template, Map.of("v", view, "in", language), output);
    String note = output.toString();
    return note.length() <= LONGEST
        ? note
        : note.substring(0, note.lastIndexOf('\n', LONGEST))
            + "\n\n_"
            + language.text("Cut here: the note grew too long. The rest is in Sluice's record.")
            + "_\n";
  }
}
