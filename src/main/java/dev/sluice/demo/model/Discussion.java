package dev.sluice.demo.model;

import java.util.ArrayList;
import java.util.List;

/** One thread, or a single note that may become one. */
public final class Discussion {
  public final String id;
  public boolean individualNote;
  public final List<Note> notes = new ArrayList<>();

  public Discussion(String id, boolean individualNote) {
    this.id = id;
    this.individualNote = individualNote;
  }

  public boolean isResolvable() {
    return notes.stream().anyMatch(Note::isResolvable);
  }

  /** True where nothing is left to resolve. */
  public boolean isResolved() {
    return notes.stream().filter(Note::isResolvable).allMatch(note -> note.resolution != null);
  }

  public Note first() {
    return notes.get(0);
  }
}
