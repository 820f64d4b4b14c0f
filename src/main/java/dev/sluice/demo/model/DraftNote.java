package dev.sluice.demo.model;

import org.jspecify.annotations.Nullable;

/** A comment of a review that is not published: only its author sees it. */
public record DraftNote(
    long id,
    User author,
    String note,
    @Nullable Position position,
    @Nullable String discussionId,
    boolean resolveDiscussion) {

  public DraftNote withNote(String newNote) {
    return new DraftNote(id, author, newNote, position, discussionId, resolveDiscussion);
  }
}
