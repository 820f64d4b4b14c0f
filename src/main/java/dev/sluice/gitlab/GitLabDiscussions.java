package dev.sluice.gitlab;

import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.Discussions;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.ThreadPosition;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

final class GitLabDiscussions implements Discussions {
  private static final String NOTES = "/projects/:id/merge_requests/:iid/notes";
  private static final String THREADS = "/projects/:id/merge_requests/:iid/discussions";
  private final GitLabConnection gitlab;
  private final Drafts drafts;
  private final Reactions reactions;

  GitLabDiscussions(GitLabConnection gitlab) {
    this.gitlab = gitlab;
    this.drafts = new Drafts(gitlab);
    this.reactions = new Reactions(gitlab);
  }

  @Override
  public List<Discussion> discussions(MergeRequestId id) {
    return gitlab.rest().all(route(THREADS, id), Payload.Discussion.class).stream()
        .map(NoteJson::thread)
        .toList();
  }

  /** Notes do not tell their thread, so the threads are read, but only when there is news. */
  @Override
  public List<Note> notesAfter(MergeRequestId id, long afterId) {
    if (newest(id).stream().noneMatch(note -> note.id() > afterId)) {
      return List.of();
    }
    return discussions(id).stream()
        .flatMap(thread -> thread.notes().stream())
        .filter(note -> note.id() > afterId)
        .sorted(Comparator.comparingLong(Note::id))
        .toList();
  }

  @Override
  public Optional<Note> note(MergeRequestId id, long noteId) {
    Route one = Route.of(NOTES + "/:note", id.repository(), id.iid(), noteId);
    if (gitlab.rest().find(one, Payload.Note.class).isEmpty()) {
      return Optional.empty();
    }
    return discussions(id).stream()
        .flatMap(thread -> thread.notes().stream())
        .filter(note -> note.id() == noteId)
        .findFirst();
  }

  @Override
  public long comment(MergeRequestId id, String body, boolean internal) {
    return OnceOnly.postNew(
        gitlab.patience(),
        () -> ours(newest(id), body, note -> note.type() == null && internal(note) == internal),
        () ->
            posted(
                "POST " + NOTES,
                api ->
                    api.getNotesApi()
                        .createMergeRequestNote(
                            id.repository(), id.iid(), body, null, internal ? true : null)));
  }

  @Override
  public boolean edit(MergeRequestId id, long noteId, String body) {
    return gitlab
        .find(
            "PUT " + NOTES + "/:note",
            api ->
                api.getNotesApi().updateMergeRequestNote(id.repository(), id.iid(), noteId, body))
        .isPresent();
  }

  @Override
  public long reply(MergeRequestId id, String discussion, String body) {
    return OnceOnly.postNew(
        gitlab.patience(),
        () -> ours(notesOf(id, discussion), body, note -> true),
        () ->
            posted(
                "POST " + THREADS + "/:thread/notes",
                api ->
                    api.getDiscussionsApi()
                        .addMergeRequestThreadNote(
                            id.repository(), id.iid(), discussion, body, null)));
  }

  @Override
  public boolean resolve(MergeRequestId id, String discussion, boolean resolved) {
    return gitlab
        .find(
            "PUT " + THREADS + "/:thread",
            api ->
                api.getDiscussionsApi()
                    .resolveMergeRequestDiscussion(id.repository(), id.iid(), discussion, resolved))
        .isPresent();
  }

  @Override
  public void react(MergeRequestId id, long noteId, String emoji) {
    reactions.add(id, noteId, emoji);
  }

  @Override
  public void unreact(MergeRequestId id, long noteId, String emoji) {
    reactions.remove(id, noteId, emoji);
  }

  @Override
  public boolean draft(MergeRequestId id, String body, ThreadPosition position) {
    return drafts.open(id, body, position);
  }

  @Override
  public void draftReply(MergeRequestId id, String discussion, String body, boolean resolve) {
    drafts.reply(id, discussion, body, resolve);
  }

  @Override
  public void publishDrafts(MergeRequestId id) {
    drafts.publish(id);
  }

  @Override
  public void discardDrafts(MergeRequestId id) {
    drafts.discard(id);
  }

  /**
   * Our note with this text, unless somebody else has spoken since: then it was an answer to
   * something earlier and the same words may be due again.
   */
  private Optional<Long> ours(List<Payload.Note> notes, String body, Predicate<Payload.Note> kind) {
    long me = gitlab.me();
    return notes.stream()
        .sorted(Comparator.comparingLong(Payload.Note::id).reversed())
        .filter(note -> !note.system())
        .takeWhile(note -> note.author() != null && note.author().id() == me)
        .filter(kind)
        .filter(note -> Objects.requireNonNullElse(note.body(), "").strip().equals(body.strip()))
        .map(Payload.Note::id)
        .findFirst();
  }

  private List<Payload.Note> newest(MergeRequestId id) {
    Route newestFirst = route(NOTES, id).with("order_by", "created_at").with("sort", "desc");
    return gitlab.rest().pages(newestFirst, Payload.Note.class).next();
  }

  private List<Payload.Note> notesOf(MergeRequestId id, String discussion) {
    return gitlab
        .rest()
        .find(
            Route.of(THREADS + "/:thread", id.repository(), id.iid(), discussion),
            Payload.Discussion.class)
        .map(Payload.Discussion::notes)
        .orElse(List.of());
  }

  private static boolean internal(Payload.Note note) {
    return Boolean.TRUE.equals(note.internal()) || Boolean.TRUE.equals(note.confidential());
  }

  /** GitLab answers 202 without a note when it took the whole text for quick actions. */
  private long posted(
      String call, GitLabConnection.Question<org.gitlab4j.api.models.Note> question) {
    Long id = gitlab.ask(call, question).getId();
    if (id == null) {
      throw new HostRefusedException(202, call + ": GitLab ran the text and kept no note");
    }
    return id;
  }

  private static Route route(String template, MergeRequestId id) {
    return Route.of(template, id.repository(), id.iid());
  }
}
