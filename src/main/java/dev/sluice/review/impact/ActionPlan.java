package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.change.Risk;
import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One action weighed on the catalog that it finds.
 *
 * @param size of the table it touches; empty when nobody else can see the table
 */
record ActionPlan(
    String summary, Impact impact, Optional<TableSize> size, Risk risk, List<Message> reasons) {

  static ActionPlan of(Action action, Impact whole, Catalog before) {
    String summary = Summaries.of(action, before);
    Impact impact = whole.seen(t -> !unseen(t, before));
    if (impact.equals(Impact.NONE) && !whole.equals(Impact.NONE)) {
      return new ActionPlan(summary, Impact.NONE, Optional.empty(), Risk.LOW, List.of());
    }
    Optional<TableSize> size = impact.table().map(t -> TableSize.of(before, t));
    List<Message> reasons = new ArrayList<>();
    Danger danger = Danger.of(action, before);
    if (danger.risk != Risk.LOW) {
      reasons.add(Message.of("%s %s", summary, Message.text(danger.words)));
    }
    Risk wait = size.map(s -> waiting(impact, s)).orElse(Risk.LOW);
    if (wait != Risk.LOW) {
      reasons.add(words(summary, impact, size.orElseThrow()));
    }
    return new ActionPlan(summary, impact, size, danger.risk.max(wait), reasons);
  }

  /** Nobody else has it: it is new, temporary, or not there at all. */
  private static boolean unseen(ObjectName table, Catalog before) {
    boolean missing = before.read() && before.table(table).isEmpty() && !before.hasView(table);
    return missing
        || before.isNew(table)
        || before.table(table).filter(Table::temporary).isPresent();
  }

  /** What it costs the others to wait. */
  private static Risk waiting(Impact impact, TableSize size) {
    if (impact.blocks() == Blocks.NOTHING || impact.work() == Work.ROWS) {
      return Risk.LOW;
    }
    boolean strong = impact.blocks() == Blocks.READS_AND_WRITES;
    if (!impact.work().growsWithTable()) {
      return strong && size.large() ? Risk.MEDIUM : Risk.LOW;
    }
    if (size.small()) {
      return Risk.LOW;
    }
    return strong && size.known() && size.large() ? Risk.CRITICAL : Risk.HIGH;
  }

  private static Message words(String summary, Impact impact, TableSize size) {
    return Message.of(
        "%s blocks %s %s (%s)",
        summary,
        Message.text(impact.blocks().toString()),
        Message.text(impact.work().toString()),
        size);
  }
}
