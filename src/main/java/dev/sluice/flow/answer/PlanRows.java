package dev.sluice.flow.answer;

import dev.sluice.flow.answer.ComposeSummary.Links;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.SummaryView.PlanRow;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.StatementPlan;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What statements do and lock, as rows of a table. */
public final class PlanRows {
  private PlanRows() {}

  /** In order; behind {@code most} a row says how many more there are. */
  public static List<PlanRow> of(
      MergeRequest mr, Collection<StatementPlan> plans, int most, Language language) {
    return of(new Links(mr), plans, most, language);
  }

  static List<PlanRow> of(
      Links links, Collection<StatementPlan> plans, int most, Language language) {
    Stream<PlanRow> rows = plans.stream().limit(most).map(p -> planRow(links, p, language));
    int more = plans.size() - most;
    return more > 0 ? Stream.concat(rows, Stream.of(cap(more, language))).toList() : rows.toList();
  }

  private static PlanRow cap(int more, Language language) {
    String words =
        more == 1
            ? language.say("1 statement more")
            : language.say("%s statements more", Amounts.brief(more));
    return new PlanRow(Markdown.raw("…"), words, "", "", "");
  }

  private static PlanRow planRow(Links links, StatementPlan plan, Language language) {
    String rows = plan.rows().isPresent() ? Amounts.brief(plan.rows().getAsLong()) : "?";
    return new PlanRow(
        links.to(plan.path(), plan.place().start().line()),
        plan.summary(),
        lock(plan, language),
        rows,
        Stream.concat(plan.changes().stream(), plan.unknown().stream())
            .collect(Collectors.joining("; ")));
  }

  /** {@code ACCESS EXCLUSIVE, blocks writes while the index is built; also SHARE on customers}. */
  private static String lock(StatementPlan plan, Language language) {
    if (plan.lock().isEmpty()) {
      return language.text("none");
    }
    String also =
        plan.locks().stream()
            .skip(1)
            .map(l -> language.say("; also %s on %s", l.lock(), l.table()))
            .collect(Collectors.joining());
    String lock =
        language
            .say(
                "%s, blocks %s %s",
                plan.lock(), Message.text(plan.blocks()), Message.text(plan.work()))
            .strip();
    return lock + takes(plan, language) + also + holds(plan, language);
  }

  private static String takes(StatementPlan plan, Language language) {
    return plan.timing().words().map(w -> language.say(", %s", w)).orElse("");
  }

  private static String holds(StatementPlan plan, Language language) {
    return plan.timing().holds().stream()
        .map(h -> language.say("; holds %s", h))
        .collect(Collectors.joining());
  }
}
