package dev.sluice.cli.report;

import dev.sluice.language.Message;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.Timing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each statement locks and how long it works, as columns of text. */
final class PlanTable {
  private static final List<String> HEAD =
      List.of("where", "statement", "lock", "blocks", "works", "takes", "holds");
  private static final int WIDEST = 60;

  private PlanTable() {}

  /** Empty when there is nothing to tell; else with a newline at its end. */
  static String of(List<StatementPlan> plans) {
    if (plans.isEmpty()) {
      return "";
    }
    List<List<String>> rows = plans.stream().map(PlanTable::row).toList();
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(
                i ->
                    Math.max(
                        HEAD.get(i).length(),
                        rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0)))
            .toArray();
    return line(HEAD, widths)
        + rows.stream().map(r -> line(r, widths)).collect(Collectors.joining());
  }

  private static List<String> row(StatementPlan plan) {
    return List.of(
        plan.path() + ":" + plan.place().start().line(),
        cut(plan.summary()),
        plan.lock().isEmpty() ? "none" : plan.lock(),
        plan.blocks(),
        plan.work(),
        plan.timing().words().map(Message::toString).orElse(""),
        plan.timing().holds().stream()
            .map(Timing.Hold::toString)
            .collect(Collectors.joining("; ")));
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
            .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
            .collect(Collectors.joining("  "))
            .stripTrailing()
        + "\n";
  }
}
