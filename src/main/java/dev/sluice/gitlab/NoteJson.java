package dev.sluice.gitlab;

import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.Note;
import java.util.Objects;
import java.util.Optional;

/** GitLab's threads and notes as ours. */
final class NoteJson {
  private NoteJson() {}

  static Discussion thread(Payload.Discussion read) {
    return new Discussion(
        read.id(), read.notes().stream().map(note -> note(read.id(), note)).toList());
  }

  private static Note note(String discussion, Payload.Note read) {
    return new Note(
        read.id(),
        discussion,
        Persons.of(read.author()),
        Objects.requireNonNullElse(read.body(), ""),
        read.system(),
        Boolean.TRUE.equals(read.internal()) || Boolean.TRUE.equals(read.confidential()),
        read.resolvable(),
        read.resolved(),
        Optional.ofNullable(read.resolvedBy()).map(Persons::of),
        read.createdAt(),
        Objects.requireNonNullElse(read.updatedAt(), read.createdAt()));
  }
}
