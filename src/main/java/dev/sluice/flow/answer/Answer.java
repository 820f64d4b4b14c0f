package dev.sluice.flow.answer;

import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Notes;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.Review;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Postings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a standing in the merge request: statuses, threads, summary, label. */
public final class Answer {
  private static final Set<String> LABELS =
      Set.of(
          "sluice: fix",
          "sluice: approve",
          "sluice: ready",
          "sluice: deploying",
          "sluice: deployed",
          "sluice: stopped");

  private static final int FORBIDDEN = 403;
  private static final Logger log = LoggerFactory.getLogger(Answer.class);

  private final StoreDatabase store;
  private final CodeHost host;
  private final Notes notes = new Notes();
  private final ComposeSummary compose;
  private final Posts posts;
  private final SendStatuses statuses;
  private final SyncThreads threads;
  private final AfterMerge afterMerge;
  private final Speaking speaking;

  /**
   * @param afterMerge what is known of a merged change
   */
  public Answer(
      StoreDatabase store,
      CodeHost host,
      String prefix,
      int mostThreads,
      AfterMerge afterMerge,
      Speaking speaking) {
    this.store = store;
    this.host = host;
    this.compose = new ComposeSummary(prefix);
    this.posts = new Posts(store, host);
    this.statuses = new SendStatuses(store, host.statuses());
    this.threads = new SyncThreads(store, host, notes, mostThreads, prefix);
    this.afterMerge = afterMerge;
    this.speaking = speaking;
  }

  public void pending(Fence fence, MergeRequest mr) {
    statuses.pending(fence, mr, speaking.to(mr, Optional.empty()));
  }

  /**
   * A draft gets statuses only: its author is not asking anybody yet. They come last, so that who
   * merges as soon as they are green has been told everything.
   *
   * @param discussions as they were read for this standing
   */
  public void open(
      Fence fence, Standing standing, FileChanges files, List<Discussion> discussions) {
    if (!standing.mergeRequest().draft()) {
      tell(fence, standing, files, discussions);
    }
    statuses.of(fence, standing, language(standing));
  }

  /** A locked merge request takes no notes from us: the statuses have to do. */
  private void tell(
      Fence fence, Standing standing, FileChanges files, List<Discussion> discussions) {
    try {
      threads.sync(fence, wanted(standing, files, discussions), language(standing));
      summary(fence, standing, () -> discussions);
      label(standing.mergeRequest(), labelOf(standing));
    } catch (HostRefusedException e) {
      if (e.status() != FORBIDDEN) {
        throw e;
      }
      log.warn(
          "GitLab lets us write nothing in {}: {}", standing.mergeRequest().id(), e.getMessage());
    }
  }

  /**
   * No script of ours: the statuses pass, a summary that stands there says so, and threads of what
   * was there before hold up nobody.
   */
  public void nothingOfOurs(Fence fence, MergeRequest mr, Change change) {
    Standing standing = new Standing(mr, change, Optional.empty(), List.of(), List.of(), List.of());
    if (store.read(tx -> Postings.find(tx, mr.id(), Postings.SUMMARY)).isPresent()) {
      if (mr.diffRefs().isPresent()) {
        List<Discussion> discussions = host.discussions().discussions(mr.id());
        threads.sync(
            fence,
            wanted(standing, new FileChanges(List.of(), true), discussions),
            language(standing));
      }
      summary(fence, standing);
      label(mr, "");
    }
    statuses.of(fence, standing, language(standing));
  }

  /** Empty while the deployment is not recorded yet; the branch's lane will ask again. */
  public Optional<Standing> merged(Fence fence, MergeRequest mr) {
    Optional<Standing> standing = afterMerge.standing(mr);
    if (standing.isPresent()) {
      summary(fence, standing.get());
      label(mr, labelOf(standing.get()));
    }
    return standing;
  }

  public void closed(Fence fence, MergeRequest mr) {
    if (store.read(tx -> Postings.find(tx, mr.id(), Postings.SUMMARY)).isPresent()) {
      Change nothing = new Change(mr.id(), List.of(), List.of());
      summary(fence, new Standing(mr, nothing, Optional.empty(), List.of(), List.of(), List.of()));
      label(mr, "");
    }
  }

  private void summary(Fence fence, Standing standing) {
    MergeRequestId id = standing.mergeRequest().id();
    summary(fence, standing, () -> host.discussions().discussions(id));
  }

  private void summary(Fence fence, Standing standing, Supplier<List<Discussion>> discussions) {
    posts.put(
        fence,
        standing.mergeRequest().id(),
        Postings.SUMMARY,
        notes.summary(compose.compose(standing, language(standing)), language(standing)),
        discussions);
  }

  private Language language(Standing standing) {
    return speaking.to(standing.mergeRequest(), Optional.of(standing.change()));
  }

  private SyncThreads.Wanted wanted(
      Standing standing, FileChanges files, List<Discussion> discussions) {
    Change change = standing.change();
    MergeRequestId id = standing.mergeRequest().id();
    return new SyncThreads.Wanted(
        id,
        change.digest(),
        standing.mergeRequest().headSha(),
        standing.mergeRequest().diffRefs().orElseThrow(),
        files,
        discussions,
        change.scripts().stream()
            .map(MappedScript::script)
            .collect(Collectors.toMap(s -> s.path(), s -> s.text())),
        standing.review().map(Review::findings).orElse(List.of()),
        standing.review().map(Review::waived).orElse(List.of()),
        uses(standing));
  }

  private Map<String, FindingView.Uses> uses(Standing standing) {
    UseWords words = new UseWords(language(standing));
    ComposeSummary.Links links = new ComposeSummary.Links(standing.mergeRequest());
    return standing.beside().uses().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> words.of(e.getValue(), links)));
  }

  private static String labelOf(Standing standing) {
    if (standing.mergeRequest().state() == MergeRequest.State.MERGED) {
      if (standing.rollouts().stream().anyMatch(r -> r.stuck())) {
        return "sluice: stopped";
      }
      return standing.rollouts().stream().allMatch(r -> r.finished())
          ? "sluice: deployed"
          : "sluice: deploying";
    }
    if (!standing.passed()) {
      return "sluice: fix";
    }
    return standing.approved() ? "sluice: ready" : "sluice: approve";
  }

  private void label(MergeRequest mr, String wanted) {
    Set<String> add = new TreeSet<>();
    Set<String> remove = new TreeSet<>(LABELS);
    remove.retainAll(mr.labels());
    remove.remove(wanted);
    if (!wanted.isEmpty() && !mr.labels().contains(wanted)) {
      add.add(wanted);
    }
    if (!add.isEmpty() || !remove.isEmpty()) {
      host.mergeRequests().changeLabels(mr.id(), add, remove);
    }
  }
}
