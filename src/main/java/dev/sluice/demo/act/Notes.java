package dev.sluice.demo.act;

import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Note.Resolution;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments, threads and reactions. */
public final class Notes {
  private static final int LONGEST = 1_000_000;
  private final World world;
  private final Events events;
  private final Access access;
  private final Timeline timeline;
  private final QuickActionRunner runner;

  Notes(World world, Events events, QuickActionRunner runner) {
    this.world = world;
    this.events = events;
    this.access = new Access(world);
    this.timeline = new Timeline(world);
    this.runner = runner;
  }

  /** A note, or none when the text was nothing but quick actions; then the summaries say it. */
  public record Written(Optional<Note> note, List<String> summaries) {}

  /** A single comment. */
  public Written comment(User by, Noteable noteable, String body, boolean internal) {
    return write(by, noteable, body, () -> timeline.newDiscussion(noteable, true), null, internal);
  }

  /** The first note of a thread, on a line of the diff where a position is given. */
  public Written startThread(User by, Noteable noteable, String body, @Nullable Position position) {
    if (position != null && noteable instanceof MergeRequest mr) {
      Positions.check(mr, position);
    }
    return write(
        by, noteable, body, () -> timeline.newDiscussion(noteable, false), position, false);
  }

  /** A reply; on a single comment it makes a thread of it, and in a resolved one it is resolved. */
  public Written reply(User by, Noteable noteable, Discussion discussion, String body) {
    var resolved = discussion.isResolvable() && discussion.isResolved();
    var written = write(by, noteable, body, () -> discussion, null, false);
    if (resolved) {
      written.note().ifPresent(note -> note.resolution = new Resolution(by, world.now()));
    }
    if (written.note().isPresent() && discussion.individualNote) {
      discussion.individualNote = false;
      discussion.notes.forEach(note -> note.type = "DiscussionNote");
    }
    return written;
  }

  private interface Place {
    Discussion discussion();
  }

  private Written write(
      User by,
      Noteable noteable,
      String body,
      Place place,
      @Nullable Position position,
      boolean internal) {
    mayWrite(by, noteable);
    if (body.isBlank()) {
      throw Refusal.badRequest("Note {:note=>[\"can't be blank\"]}");
    }
    if (body.length() > LONGEST) {
      throw Refusal.badRequest("Note {:note=>[\"is too long (maximum is 1000000 characters)\"]}");
    }
    var actions = noteable instanceof MergeRequest ? QuickActions.in(body) : plain(body);
    var summaries = run(by, noteable, actions);
    if (actions.rest().isBlank()) {
      return new Written(Optional.empty(), summaries);
    }
    var discussion = place.discussion();
    var note = timeline.add(discussion, noteable, by, actions.rest());
    note.internal = internal;
    note.position = position;
    note.originalPosition = position;
    note.type = type(discussion, position);
    events.note(by, note, "create");
    return new Written(Optional.of(note), summaries);
  }

  private static QuickActions plain(String body) {
    return new QuickActions(body, List.of());
  }

  private static @Nullable String type(Discussion discussion, @Nullable Position position) {
    if (discussion.individualNote) {
      return null;
    }
    var onDiff = position != null || "DiffNote".equals(discussion.first().type);
    return onDiff ? "DiffNote" : "DiscussionNote";
  }

  private List<String> run(User by, Noteable noteable, QuickActions actions) {
    return noteable instanceof MergeRequest mr ? runner.run(by, mr, actions.commands()) : List.of();
  }

  /** Nobody may write where the discussion is locked or the project archived. */
  private void mayWrite(User by, Noteable noteable) {
    var closed = noteable.locked || noteable.project.settings.archived;
    if (closed || !access.canSee(by, noteable.project)) {
      throw Refusal.forbidden();
    }
  }

  /** Edits a note; actions in the new text run, and a text of nothing else deletes the note. */
  public Optional<Note> edit(User by, Note note, String body) {
    mayEdit(by, note);
    mayWrite(by, note.noteable);
    var actions = note.noteable instanceof MergeRequest ? QuickActions.in(body) : plain(body);
    run(by, note.noteable, actions);
    if (actions.rest().isBlank()) {
      remove(note);
      return Optional.empty();
    }
    note.body = actions.rest();
    note.updatedAt = world.now();
    note.noteable.updatedAt = world.now();
    events.note(by, note, "update");
    return Optional.of(note);
  }

  /** Deletes a note; GitLab tells nobody. */
  public void delete(User by, Note note) {
    mayEdit(by, note);
    remove(note);
  }

  private static void remove(Note note) {
    note.noteable.discussions.forEach(discussion -> discussion.notes.remove(note));
    note.noteable.discussions.removeIf(discussion -> discussion.notes.isEmpty());
  }

  private void mayEdit(User by, Note note) {
    if (note.system) {
      throw Refusal.forbidden();
    }
    if (note.author.id() != by.id()) {
      access.require(by, note.noteable.project, Level.MAINTAINER);
    }
  }

  /** Resolves or reopens a whole thread. */
  public void resolve(User by, MergeRequest mr, Discussion discussion, boolean resolved) {
    if (!discussion.isResolvable()) {
      throw Refusal.forbidden();
    }
    if (by.id() != mr.author.id()) {
      access.require(by, mr.project, Level.DEVELOPER);
    }
    var before = mr.threadsResolved();
    var resolution = resolved ? new Resolution(by, world.now()) : null;
    discussion.notes.stream()
        .filter(Note::isResolvable)
        .filter(note -> (note.resolution != null) != resolved)
        .forEach(note -> note.resolution = resolution);
    mr.updatedAt = world.now();
    if (!before && mr.threadsResolved()) {
      var change = new Fields().with("previous", false).with("current", true);
      events.updated(by, mr, new Fields().with("blocking_discussions_resolved", change));
    }
  }

  public Note.Award award(User by, Note note, String name) {
    if (note.awards.stream().anyMatch(a -> a.name().equals(name) && a.user().id() == by.id())) {
      throw Refusal.notFound("Award Emoji Name has already been taken");
    }
    var award = new Note.Award(world.nextId(), name, by, world.now());
    note.awards.add(award);
    return award;
  }
}
