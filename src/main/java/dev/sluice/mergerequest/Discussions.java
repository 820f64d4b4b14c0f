package dev.sluice.mergerequest;

import java.util.List;
import java.util.Optional;

/** Talking in a merge request. Bodies are Markdown that is already escaped. */
public interface Discussions {
  /** All threads and single notes, oldest first, every page. */
  List<Discussion> discussions(MergeRequestId id);

  /** Notes with an id above {@code afterId}, oldest first; system notes included. */
  List<Note> notesAfter(MergeRequestId id, long afterId);

  Optional<Note> note(MergeRequestId id, long noteId);

  /** Posts a note that is no thread; the new note's id. */
  long comment(MergeRequestId id, String body, boolean internal);

  /** False when the note is gone. */
  boolean edit(MergeRequestId id, long noteId, String body);

  /** Answers in a thread; the new note's id. */
  long reply(MergeRequestId id, String discussion, String body);

  /** False when the thread is gone. */
  boolean resolve(MergeRequestId id, String discussion, boolean resolved);

  void react(MergeRequestId id, long noteId, String emoji);

  void unreact(MergeRequestId id, long noteId, String emoji);

  /**
   * Prepares a thread of a review that nobody sees before {@link #publishDrafts}.
   *
   * @return false when GitLab refuses the position
   */
  boolean draft(MergeRequestId id, String body, ThreadPosition position);

  /** Prepares an answer in a thread, and the thread's resolution or re-opening with it. */
  void draftReply(MergeRequestId id, String discussion, String body, boolean resolve);

  /** Shows all drafts of ours at once: one notification for the whole review. */
  void publishDrafts(MergeRequestId id);

  /** Removes drafts that an earlier run left behind. */
  void discardDrafts(MergeRequestId id);
}
