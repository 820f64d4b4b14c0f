package dev.sluice.gitlab;

import dev.sluice.mergerequest.Commit;
import java.util.List;
import java.util.Objects;

/** GitLab's commit as ours. */
final class CommitJson {
  private CommitJson() {}

  static Commit read(Payload.Commit read) {
    return new Commit(
        read.id(),
        read.parentIds() == null ? List.of() : read.parentIds(),
        Objects.requireNonNullElse(read.message(), ""),
        Objects.requireNonNullElse(read.authorName(), ""),
        Objects.requireNonNullElse(read.authorEmail(), ""),
        Objects.requireNonNullElse(read.committerEmail(), ""),
        read.committedDate());
  }
}
