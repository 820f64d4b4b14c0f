package dev.sluice.mergerequest;

import java.util.List;

/** A thread; its first note opened it. */
public record Discussion(String id, List<Note> notes) {
  public Discussion {
    notes = List.copyOf(notes);
  }

  public boolean resolvable() {
    return notes.stream().anyMatch(Note::resolvable);
  }

  public boolean resolved() {
    return resolvable() && notes.stream().filter(Note::resolvable).allMatch(Note::resolved);
  }
}
