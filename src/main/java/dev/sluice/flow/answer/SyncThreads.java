package dev.sluice.flow.answer;

import dev.sluice.change.Digest;
import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.Notes;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.DiffLines;
import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.Discussions;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.ThreadPosition;
import dev.sluice.review.Finding;
import dev.sluice.review.ReviewedFinding;
import dev.sluice.review.WaivedFinding;
import dev.sluice.review.Waiver;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Findings;
import dev.sluice.store.record.KnownFinding;
import dev.sluice.store.record.Posting;
import dev.sluice.store.record.Postings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the threads of a merge request to its findings: new ones are posted together as one
 * review, fixed ones answered and resolved, those that come back re-opened, and a thread that a
 * person deleted stays away while the content is the same. What finds no place inline goes to the
 * file, and what finds none there stands in the summary (design law 7).
 */
public final class SyncThreads {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Notes notes;
  private final int mostThreads;
  private final String prefix;

  /**
   * @param mostThreads of findings that get a thread per merge request; the rest is in the summary
   * @param prefix of our commands
   */
  public SyncThreads(
      StoreDatabase store, CodeHost host, Notes notes, int mostThreads, String prefix) {
    this.store = store;
    this.host = host;
    this.notes = notes;
    this.mostThreads = mostThreads;
    this.prefix = prefix;
  }

  /**
   * What a review wants to be seen.
   *
   * @param discussions of the merge request, as they were just read
   * @param texts the scripts' text by path
   * @param uses of what a finding is about, by its fingerprint
   */
  public record Wanted(
      MergeRequestId id,
      Digest digest,
      String headSha,
      DiffRefs refs,
      FileChanges changes,
      List<Discussion> discussions,
      Map<String, String> texts,
      List<ReviewedFinding> findings,
      List<WaivedFinding> waived,
      Map<String, FindingView.Uses> uses) {
    public Wanted {
      uses = Map.copyOf(uses);
      discussions = List.copyOf(discussions);
      texts = Map.copyOf(texts);
      findings = List.copyOf(findings);
      waived = List.copyOf(waived);
    }

    Optional<Waiver> waiver(String fingerprint) {
      return waived.stream()
          .map(WaivedFinding::waiver)
          .filter(w -> w.fingerprint().equals(fingerprint))
          .findFirst();
    }
  }

  public void sync(Fence fence, Wanted wanted, Language language) {
    new Run(fence, wanted, language).sync();
  }

  /** One synchronisation. */
  private final class Run {
    private final Fence fence;
    private final Wanted wanted;
    private final Language language;
    private final MergeRequestId id;
    private final Discussions discussions = host.discussions();
    private final Map<String, KnownFinding> known = new HashMap<>();
    private final Map<String, Discussion> threads = new HashMap<>();
    private final Set<String> drafted = new HashSet<>();
    private final List<KnownFinding> changed = new ArrayList<>();
    private boolean begun;

    Run(Fence fence, Wanted wanted, Language language) {
      this.fence = fence;
      this.wanted = wanted;
      this.language = language;
      this.id = wanted.id();
    }

    void sync() {
      store.read(tx -> Findings.of(tx, id)).forEach(f -> known.put(f.fingerprint(), f));
      collectThreads(wanted.discussions());
      boolean said = worstFirst().map(this::show).reduce(false, Boolean::logicalOr);
      said |= known.values().stream().map(this::settle).reduce(false, Boolean::logicalOr);
      if (said) {
        discussions.publishDrafts(id);
        store.update(fence, tx -> Postings.forget(tx, id, Postings.DRAFTS));
      }
      if (!drafted.isEmpty()) {
        collectThreads(discussions.discussions(id));
      }
      save();
    }

    /** So that the cap on threads leaves out what matters least. */
    private Stream<ReviewedFinding> worstFirst() {
      return wanted.findings().stream()
          .sorted(Comparator.comparing((ReviewedFinding f) -> f.finding().severity()).reversed());
    }

    private long openThreads() {
      return threads.values().stream().filter(t -> !t.resolved()).count();
    }

    /** Drafts are invisible until they are published: those of a try that died must not be. */
    private void beginDrafts() {
      if (begun) {
        return;
      }
      begun = true;
      if (store.read(tx -> Postings.find(tx, id, Postings.DRAFTS)).isPresent()) {
        discussions.discardDrafts(id);
      }
      store.update(
          fence, tx -> Postings.save(tx, id, Postings.DRAFTS, Posting.of("", 0, wanted.headSha())));
    }

    private void collectThreads(List<Discussion> now) {
      long us = host.people().me().id();
      for (Discussion discussion : now) {
        discussion.notes().stream()
            .limit(1)
            .filter(n -> n.author().id() == us)
            .flatMap(n -> ThreadBody.fingerprint(n.body()).stream())
            .forEach(fingerprint -> threads.put(fingerprint, discussion));
      }
    }

    /** Whether a draft was made. */
    private boolean show(ReviewedFinding reviewed) {
      Finding finding = reviewed.finding();
      KnownFinding before = known.get(finding.fingerprint());
      Discussion thread = threads.get(finding.fingerprint());
      if (thread != null) {
        return reopen(finding, before, thread);
      }
      if (deletedByHuman(before)) {
        remember(finding, KnownFinding.State.DELETED);
        return false;
      }
      boolean posted = openThreads() + drafted.size() < mostThreads && positioned(reviewed);
      if (posted) {
        drafted.add(finding.fingerprint());
      }
      remember(finding, KnownFinding.State.OPEN);
      return posted;
    }

    private boolean deletedByHuman(@Nullable KnownFinding before) {
      return before != null
          && !before.state().over()
          && before.discussion().isPresent()
          && before.digest().equals(wanted.digest());
    }

    /** A thread that we resolved is opened again; one that a person resolved stays as it is. */
    private boolean reopen(Finding finding, @Nullable KnownFinding before, Discussion thread) {
      boolean back = before != null && before.state().over() && thread.resolved();
      if (back) {
        beginDrafts();
        String again = language.text("↩️ It is back.") + why(finding, before);
        discussions.draftReply(id, thread.id(), again, false);
        discussions.resolve(id, thread.id(), false);
      }
      remember(finding, KnownFinding.State.OPEN);
      return back;
    }

    /** A waiver that a policy voids asks for a word. */
    private String why(Finding finding, @Nullable KnownFinding before) {
      return before != null && before.state() == KnownFinding.State.WAIVED
          ? finding.unwaivable().map(u -> " " + Markdown.escape(language.say(u.words()))).orElse("")
          : "";
    }

    private boolean positioned(ReviewedFinding reviewed) {
      Finding finding = reviewed.finding();
      Optional<FileChange> file =
          wanted.changes().files().stream()
              .filter(f -> f.newPath().equals(finding.path()))
              .findFirst();
      if (file.isEmpty()) {
        return false;
      }
      return line(finding, file.get()).filter(p -> draft(reviewed, p, true)).isPresent()
          || draft(
              reviewed,
              new ThreadPosition.File(wanted.refs(), file.get().oldPath(), finding.path()),
              false);
    }

    private Optional<ThreadPosition.Line> line(Finding finding, FileChange file) {
      int line = finding.place().start().line();
      return DiffLines.of(file.hunks().orElse("")).position(wanted.refs(), file, line, line);
    }

    /** Suggestions work on lines of the diff only. */
    private boolean draft(ReviewedFinding reviewed, ThreadPosition position, boolean suggest) {
      Finding finding = reviewed.finding();
      String text = wanted.texts().getOrDefault(finding.path(), "");
      List<String> targets = reviewed.targets().stream().map(Object::toString).toList();
      Finding shown = suggest ? finding : finding.withoutReplacement();
      Optional<FindingView.Uses> uses =
          Optional.ofNullable(wanted.uses().get(finding.fingerprint()));
      beginDrafts();
      return discussions.draft(
          id,
          notes.finding(ThreadBody.view(shown, text, targets, prefix, uses, language), language),
          position);
    }

    /** Resolves the thread of a finding that is gone or accepted. Whether a draft was made. */
    private boolean settle(KnownFinding before) {
      boolean still =
          wanted.findings().stream()
              .anyMatch(f -> f.finding().fingerprint().equals(before.fingerprint()));
      Optional<Waiver> waiver = wanted.waiver(before.fingerprint());
      KnownFinding.State now =
          waiver.isPresent() ? KnownFinding.State.WAIVED : KnownFinding.State.FIXED;
      if (still || before.state() == now || (before.state().over() && waiver.isEmpty())) {
        return false;
      }
      Discussion thread = threads.get(before.fingerprint());
      changed.add(before.with(now));
      if (thread == null || thread.resolved()) {
        return false;
      }
      beginDrafts();
      discussions.draftReply(
          id, thread.id(), waiver.map(w -> Waived.words(w, language)).orElseGet(this::fixed), true);
      return true;
    }

    private String fixed() {
      return language.say(
          "✅ Fixed in %s.", wanted.headSha().substring(0, Math.min(8, wanted.headSha().length())));
    }

    private void remember(Finding finding, KnownFinding.State state) {
      changed.add(
          new KnownFinding(
              finding.fingerprint(),
              finding.rule().value(),
              finding.severity(),
              finding.path(),
              finding.place().start().line(),
              finding.message(),
              state,
              Optional.ofNullable(known.get(finding.fingerprint()))
                  .flatMap(KnownFinding::discussion),
              wanted.digest()));
    }

    private void save() {
      List<KnownFinding> rows =
          changed.stream()
              .map(
                  f ->
                      Optional.ofNullable(threads.get(f.fingerprint()))
                          .map(t -> f.in(t.id()))
                          .orElse(f))
              .collect(Collectors.toList());
      store.update(fence, tx -> rows.forEach(f -> Findings.save(tx, id, f)));
    }
  }
}
