package dev.sluice.flow.answer;

import dev.sluice.change.TargetName;
import dev.sluice.flow.note.SummaryView.RolloutRow;
import dev.sluice.flow.note.SummaryView.TargetRow;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several targets of a database in one environment take one row of the summary. */
final class GroupRows {
  private GroupRows() {}

  /** As in {@code orders@prod}. */
  static String name(TargetName target) {
    return TargetName.of(target.database(), target.environment()).toString();
  }

  /** What needs people is said of one of them; the note of the group has all. */
  static List<RolloutRow> rollouts(List<RolloutStanding> rollouts, Language language) {
    return grouped(rollouts, r -> name(r.target())).entrySet().stream()
        .map(g -> rollouts(g.getKey(), g.getValue(), language))
        .toList();
  }

  private static RolloutRow rollouts(String name, List<RolloutStanding> group, Language language) {
    RolloutStanding most =
        group.stream()
            .filter(RolloutStanding::stuck)
            .findFirst()
            .or(() -> group.stream().filter(r -> !r.finished()).findFirst())
            .orElse(group.get(0));
    if (group.size() == 1) {
      return new RolloutRow(
          most.target().toString(), language.say(most.label()), language.say(most.note()));
    }
    long done = group.stream().filter(r -> r.state() == RolloutState.DONE).count();
    long failed = group.stream().filter(RolloutStanding::stuck).count();
    String icon = language.say(most.label()).split(" ", 2)[0];
    Message counts =
        failed == 0
            ? Message.of("%s/%s deployed", done, group.size())
            : Message.of("%s/%s deployed, %s failed", done, group.size(), failed);
    return new RolloutRow(name, icon + " " + language.say(counts), language.say(most.note()));
  }

  /** Targets of which the review says the same take one row. */
  static List<TargetRow> reviews(Map<TargetName, TargetRow> rows, Language language) {
    List<TargetRow> rowsOfAll = new ArrayList<>();
    grouped(List.copyOf(rows.entrySet()), e -> name(e.getKey()) + " " + alike(e.getValue()))
        .values()
        .forEach(
            group -> {
              TargetRow row = group.get(0).getValue();
              rowsOfAll.add(
                  group.size() == 1
                      ? row
                      : new TargetRow(
                          language.say("%s: %s targets", name(group.get(0).getKey()), group.size()),
                          row.files(),
                          row.statements(),
                          row.findings(),
                          row.locks(),
                          row.note()));
            });
    return rowsOfAll;
  }

  private static String alike(TargetRow row) {
    return new TargetRow("", row.files(), row.statements(), row.findings(), row.locks(), row.note())
        .toString();
  }

  private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> key) {
    return all.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
