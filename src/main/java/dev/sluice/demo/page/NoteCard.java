package dev.sluice.demo.page;

import dev.sluice.demo.act.Suggestions;
import dev.sluice.demo.model.Note;
import gg.jte.Content;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** A note as the page shows it. */
public record NoteCard(Note note) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  public Content body() {
    return Markdown.render(note.body);
  }

  public String time() {
    return TIME.format(note.createdAt);
  }

  public boolean edited() {
    return note.updatedAt.isAfter(note.createdAt);
  }

  public boolean appliable() {
    return !Suggestions.of(note).isEmpty() && note.applied.isEmpty();
  }

  /** Reactions as characters, like 👀 ✅. */
  public String awards() {
    return note.awards.stream()
        .map(award -> Inline.render(":" + award.name() + ":"))
        .collect(Collectors.joining(" "));
  }
}
