package dev.sluice.demo.page;

import dev.sluice.demo.model.Issue;
import gg.jte.Content;
import java.util.List;

/** One issue and its notes. */
public record IssuePage(Screen screen, Issue issue) {

  public Content description() {
    return Markdown.render(issue.description);
  }

  public List<NoteCard> notes() {
    return issue.notes().map(NoteCard::new).toList();
  }
}
