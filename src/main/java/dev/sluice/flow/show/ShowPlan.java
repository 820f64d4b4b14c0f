package dev.sluice.flow.show;

import dev.sluice.flow.answer.PlanRows;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.PlanView;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Reviews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells what each statement locks, whom it blocks and for how long, target by target: as of now
 * while the merge request is open, as it was reviewed last once it is merged.
 */
public final class ShowPlan {
  private static final int MOST_ROWS = 200;

  private final StoreDatabase store;
  private final TendMergeRequest tend;
  private final Notes notes = new Notes();

  public ShowPlan(StoreDatabase store, TendMergeRequest tend) {
    this.store = store;
    this.tend = tend;
  }

  /** As Markdown; empty where the merge request brings no statement. */
  public Optional<String> of(Fence fence, MergeRequest mr, Language language) {
    Optional<Standing> standing = tend.run(fence, mr.id()).standing();
    List<TargetReview> targets =
        standing
            .flatMap(Standing::review)
            .map(Review::targets)
            .or(() -> store.read(tx -> Reviews.latest(tx, mr.id())).map(r -> r.targets()))
            .orElse(List.of());
    List<PlanView.Section> sections = sections(mr, targets, language);
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(notes.plan(new PlanView(sections), language));
  }

  private record Same(List<StatementPlan> plans, String note) {}

  private static List<PlanView.Section> sections(
      MergeRequest mr, List<TargetReview> targets, Language language) {
    Map<Same, List<String>> groups =
        targets.stream()
            .filter(t -> !t.plans().isEmpty())
            .collect(
                Collectors.groupingBy(
                    t -> new Same(t.plans(), t.catalogNote()),
                    LinkedHashMap::new,
                    Collectors.mapping(t -> t.target().toString(), Collectors.toList())));
    Function<Map.Entry<Same, List<String>>, PlanView.Section> section =
        g ->
            new PlanView.Section(
                g.getValue(),
                language.text(g.getKey().note()),
                PlanRows.of(mr, g.getKey().plans(), MOST_ROWS, language));
    return groups.entrySet().stream().map(section).toList();
  }
}
