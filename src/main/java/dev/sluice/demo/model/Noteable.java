package dev.sluice.demo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What people discuss: a merge request or an issue. */
public abstract class Noteable {
  public final long id;
  public final long iid;
  public final Project project;
  public final User author;
  public final Instant createdAt;
  public Instant updatedAt;
  public String title;
  public String description = "";
  public String state = "opened";
  public boolean locked;
  public final TreeSet<String> labels = new TreeSet<>();
  public final List<Discussion> discussions = new ArrayList<>();

  protected Noteable(Identity identity, Project project, User author, String title, Instant now) {
    this.id = identity.id();
    this.iid = identity.iid();
    this.project = project;
    this.author = author;
    this.title = title;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** The number over the whole instance and the number within the project. */
  public record Identity(long id, long iid) {}

  /** GitLab's word for the kind: {@code MergeRequest} or {@code Issue}. */
  public abstract String kind();

  /** The part of a web address that names the kind. */
  public abstract String route();

  public Stream<Note> notes() {
    return discussions.stream().flatMap(discussion -> discussion.notes.stream());
  }

  public Optional<Note> note(long noteId) {
    return notes().filter(note -> note.id == noteId).findFirst();
  }

  public Optional<Discussion> discussion(String discussionId) {
    return discussions.stream().filter(each -> each.id.equals(discussionId)).findFirst();
  }
}
