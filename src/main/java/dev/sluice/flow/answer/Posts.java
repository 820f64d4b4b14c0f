package dev.sluice.flow.answer;

import dev.sluice.change.Sha256;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Note;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Posting;
import dev.sluice.store.record.Postings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says each thing once per merge request, whatever is repeated or lost: a note is found by what we
 * stored of it, else by our own authorship and its marker (we may have died between posting and
 * storing), else it is posted.
 */
public final class Posts {
  private final StoreDatabase store;
  private final CodeHost host;

  public Posts(StoreDatabase store, CodeHost host) {
    this.store = store;
    this.host = host;
  }

  /** The marker that the body of a note with this purpose begins with. */
  public static String marker(String purpose) {
    return "<!-- sluice kind=" + purpose + " -->";
  }

  /**
   * Brings the one note of this purpose to this body; the body begins with its marker.
   *
   * @param discussions of the merge request, asked for only where we know of no such note
   */
  public void put(
      Fence fence,
      MergeRequestId id,
      String purpose,
      String body,
      Supplier<List<Discussion>> discussions) {
    Optional<Posting> known = find(id, purpose);
    String sha = Sha256.of(body);
    if (known.filter(p -> p.bodySha256().equals(sha)).isPresent()) {
      return;
    }
    if (known.isPresent() && host.discussions().edit(id, known.get().note(), body)) {
      save(fence, id, purpose, new Posting(known.get().discussion(), known.get().note(), sha));
      return;
    }
    Optional<Note> orphan =
        known.isPresent() ? Optional.empty() : orphan(discussions.get(), purpose);
    long note =
        orphan.isPresent() && host.discussions().edit(id, orphan.get().id(), body)
            ? orphan.get().id()
            : host.discussions().comment(id, body, false);
    save(fence, id, purpose, new Posting("", note, sha));
  }

  /** Posts a note that is never edited; in a thread when one is given. */
  public void once(Fence fence, MergeRequestId id, String purpose, String discussion, String body) {
    if (find(id, purpose).isPresent()) {
      return;
    }
    String marked = body.startsWith("<!--") ? body : marker(purpose) + "\n" + body;
    Optional<Note> orphan = orphan(host.discussions().discussions(id), purpose);
    long note = orphan.isPresent() ? orphan.get().id() : post(id, discussion, marked);
    save(fence, id, purpose, new Posting(discussion, note, Sha256.of(marked)));
  }

  /**
   * Turns the note of one purpose into that of another, which is never edited again; posts it where
   * there was none.
   *
   * @param body begins with the marker of {@code to}
   */
  public void turn(Fence fence, MergeRequestId id, String from, String to, String body) {
    if (find(id, to).isPresent()) {
      return;
    }
    List<Discussion> all = host.discussions().discussions(id);
    Optional<Long> known =
        orphan(all, to)
            .map(Note::id)
            .or(() -> find(id, from).map(Posting::note))
            .or(() -> orphan(all, from).map(Note::id));
    long note =
        known
            .filter(n -> host.discussions().edit(id, n, body))
            .orElseGet(() -> host.discussions().comment(id, body, false));
    store.update(
        fence,
        tx -> {
          Postings.save(tx, id, to, new Posting("", note, Sha256.of(body)));
          Postings.forget(tx, id, from);
        });
  }

  private long post(MergeRequestId id, String discussion, String body) {
    return discussion.isEmpty()
        ? host.discussions().comment(id, body, false)
        : host.discussions().reply(id, discussion, body);
  }

  private Optional<Posting> find(MergeRequestId id, String purpose) {
    return store.read(tx -> Postings.find(tx, id, purpose));
  }

  private void save(Fence fence, MergeRequestId id, String purpose, Posting posting) {
    store.update(fence, tx -> Postings.save(tx, id, purpose, posting));
  }

  private Optional<Note> orphan(List<Discussion> discussions, String purpose) {
    long us = host.people().me().id();
    return discussions.stream()
        .map(Discussion::notes)
        .flatMap(List::stream)
        .filter(n -> n.author().id() == us && n.body().startsWith(marker(purpose)))
        .findFirst();
  }
}
