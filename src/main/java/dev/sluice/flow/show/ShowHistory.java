package dev.sluice.flow.show;

import dev.sluice.change.Change;
import dev.sluice.change.TargetName;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.flow.note.HistoryView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.Notes;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.MergeRequestStates;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.SeenMergeRequest;
import dev.sluice.store.record.TouchedStatement;
import dev.sluice.store.record.TouchedStatements;
import dev.sluice.store.record.TouchedStatements.Question;
import dev.sluice.store.record.Votes;
import gg.jte.Content;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells who changed what on the databases that a merge request is for, and on no others. */
public final class ShowHistory {
  private static final int MOST = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoreDatabase store;
  private final KnownChange known;
  private final Notes notes = new Notes();

  public ShowHistory(StoreDatabase store, KnownChange known) {
    this.store = store;
    this.known = known;
  }

  /**
   * The answer.
   *
   * @param markdown empty when there is nothing to show; then the words say why
   */
  public record Shown(boolean found, Message words, Optional<String> markdown) {
    static Shown nothing(Message words) {
      return new Shown(true, words, Optional.empty());
    }

    static Shown refused(Message words) {
      return new Shown(false, words, Optional.empty());
    }
  }

  /**
   * @param table with or without its schema; empty: all
   * @param target as it was written
   */
  public Shown of(
      MergeRequestId id, Optional<String> table, Optional<String> target, Language language) {
    Collection<String> databases = known.latest(id).map(Change::databases).orElseGet(TreeSet::new);
    if (databases.isEmpty()) {
      return Shown.nothing(Message.of("No script here is for a database of Sluice."));
    }
    Optional<TargetName> name = target.flatMap(ShowHistory::parse);
    if (target.isPresent() && name.filter(n -> databases.contains(n.database())).isEmpty()) {
      return Shown.refused(
          Message.of(
              "%s is no target of this change. Write database@environment, with one of: %s",
              target.get(), String.join(", ", databases)));
    }
    Question question = new Question(databases, table, name);
    List<HistoryView.Row> rows =
        store.read(
            tx ->
                TouchedStatements.rollouts(tx, question, MOST + 1).stream()
                    .map(r -> row(tx, r, table))
                    .toList());
    return rows.isEmpty() ? Shown.nothing(Message.of("Nothing on record.")) : shown(rows, language);
  }

  private Shown shown(List<HistoryView.Row> rows, Language language) {
    HistoryView view = new HistoryView(rows.stream().limit(MOST).toList(), rows.size() > MOST);
    return new Shown(true, Message.text(""), Optional.of(notes.history(view, language)));
  }

  private static Optional<TargetName> parse(String text) {
    try {
      return Optional.of(TargetName.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HistoryView.Row row(ReadTx tx, RecordedRollout rollout, Optional<String> table) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    Optional<SeenMergeRequest> seen = MergeRequestStates.find(tx, deployment.mergeRequest());
    return new HistoryView.Row(
        rollout.run().endedAt().or(() -> rollout.run().startedAt()).map(TIME::format).orElse("-"),
        link(deployment.mergeRequest(), seen),
        seen.map(SeenMergeRequest::author).orElse("-"),
        approvers(tx, deployment),
        what(TouchedStatements.of(tx, rollout), table),
        rollout.target().toString(),
        rollout.state().name().toLowerCase(Locale.ROOT));
  }

  private static Content link(MergeRequestId id, Optional<SeenMergeRequest> seen) {
    return seen.map(s -> Markdown.link(s.repositoryPath() + "!" + id.iid(), s.webUrl()))
        .orElseGet(() -> Markdown.raw(Markdown.escape(id.toString())));
  }

  private static String approvers(ReadTx tx, RecordedDeployment deployment) {
    List<String> names = Votes.approvers(tx, deployment);
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  /** {@code orders: ADD COLUMN, UPDATE}; the name only where it was not asked for. */
  private static String what(List<TouchedStatement> statements, Optional<String> table) {
    Map<String, TreeSet<String>> kinds = new TreeMap<>();
    statements.stream()
        .filter(s -> table.isEmpty() || s.isOf(table.get()))
        .forEach(s -> kinds.computeIfAbsent(s.table(), t -> new TreeSet<>()).add(s.kind()));
    return kinds.entrySet().stream()
        .map(e -> (table.isPresent() ? "" : e.getKey() + ": ") + String.join(", ", e.getValue()))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
