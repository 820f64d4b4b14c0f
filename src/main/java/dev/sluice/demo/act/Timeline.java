package dev.sluice.demo.act;

import dev.sluice.demo.git.Hashes;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;

/**
 * Adds notes to what is discussed. GitLab's own notes ("approved this merge request") send no hook.
 */
final class Timeline {
  private final World world;

  Timeline(World world) {
    this.world = world;
  }

  void system(Noteable noteable, User by, String text) {
    var note = add(newDiscussion(noteable, true), noteable, by, text);
    note.system = true;
  }

  Discussion newDiscussion(Noteable noteable, boolean individual) {
    var id = Hashes.sha1("discussion " + world.nextId());
    var discussion = new Discussion(id, individual);
    noteable.discussions.add(discussion);
    return discussion;
  }

  Note add(Discussion discussion, Noteable noteable, User by, String body) {
    var draft = new Note.Draft(by, body, world.now());
    var note = new Note(world.nextId(), noteable, discussion.id, draft);
    discussion.notes.add(note);
    noteable.updatedAt = world.now();
    return note;
  }
}
