package dev.sluice.demo.page;

import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread as the page shows it. */
public record ThreadCard(Discussion discussion) {

  public List<NoteCard> notes() {
    return discussion.notes.stream().map(NoteCard::new).toList();
  }

  public boolean isSystem() {
    return discussion.first().system;
  }

  public @Nullable Position position() {
    return discussion.first().position;
  }

  /** File and line in words; empty for what stands on no line. */
  public String place() {
    var position = position();
    if (position == null) {
      return "";
    }
    var line = position.newLine() == null ? position.oldLine() : position.newLine();
    return line == null ? position.newPath() : position.newPath() + ":" + line;
  }
}
