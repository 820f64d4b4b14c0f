package dev.sluice.demo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comment. Kinds: null for a single note, {@code DiscussionNote}, {@code DiffNote}. */
public final class Note {
  public final long id;
  public final Noteable noteable;
  public final String discussionId;
  public final User author;
  public final Instant createdAt;
  public Instant updatedAt;
  public String body;
  public @Nullable String type;
  public boolean system;
  public boolean internal;
  public @Nullable Position position;
  public @Nullable Position originalPosition;
  public @Nullable Resolution resolution;
  public final List<Award> awards = new ArrayList<>();

  /** Numbers of the suggestions in the body that were applied. */
  public final Set<Integer> applied = new HashSet<>();

  public Note(long id, Noteable noteable, String discussionId, Draft draft) {
    this.id = id;
    this.noteable = noteable;
    this.discussionId = discussionId;
    this.author = draft.author();
    this.body = draft.body();
    this.createdAt = draft.at();
    this.updatedAt = draft.at();
  }

  /** What a new note starts with. */
  public record Draft(User author, String body, Instant at) {}

  /** Who resolved it and when. */
  public record Resolution(User by, Instant at) {}

  /** A reaction. */
  public record Award(long id, String name, User user, Instant at) {}

  public boolean isResolvable() {
    return type != null && !system && noteable instanceof MergeRequest;
  }
}
