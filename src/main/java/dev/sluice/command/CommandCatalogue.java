package dev.sluice.command;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The list of commands: a new one is one line here; help and docs/commands.md follow from it. */
public final class CommandCatalogue {
  private record Entry(CommandInfo info, Function<CommandParts, Command> maker) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry(AcceptDriftCommand.INFO, parts -> new AcceptDriftCommand(parts.acceptDrift())),
          new Entry(ApproveCommand.INFO, parts -> new ApproveCommand(parts.votes())),
          new Entry(CancelCommand.INFO, parts -> new CancelCommand(parts.giveUp())),
          new Entry(DeployCommand.INFO, parts -> new DeployCommand(parts.deploy(), parts.plans())),
          new Entry(DiffCommand.INFO, parts -> new DiffCommand(parts.diff())),
          new Entry(
              ExplainCommand.INFO, parts -> new ExplainCommand(parts.rules(), parts.findings())),
          new Entry(FreezeCommand.INFO, parts -> new FreezeCommand(parts.freezes())),
          new Entry(HoldCommand.INFO, parts -> new HoldCommand(parts.holds())),
          new Entry(HistoryCommand.INFO, parts -> new HistoryCommand(parts.history())),
          new Entry(PlanCommand.INFO, parts -> new PlanCommand(parts.plan())),
          new Entry(RejectCommand.INFO, parts -> new RejectCommand(parts.votes())),
          new Entry(RetryCommand.INFO, parts -> new RetryCommand(parts.goOn())),
          new Entry(ReviewCommand.INFO, parts -> new ReviewCommand(parts.tend())),
          new Entry(RollbackCommand.INFO, parts -> new RollbackCommand(parts.rollBack())),
          new Entry(
              ScheduleCommand.INFO,
              parts -> new ScheduleCommand(parts.plans(), parts.afterMerge())),
          new Entry(SkipCommand.INFO, parts -> new SkipCommand(parts.goOn(), parts.giveUp())),
          new Entry(
              StatusCommand.INFO, parts -> new StatusCommand(parts.tend(), parts.afterMerge())),
          new Entry(UnfreezeCommand.INFO, parts -> new UnfreezeCommand(parts.freezes())),
          new Entry(UnholdCommand.INFO, parts -> new UnholdCommand(parts.holds())),
          new Entry(UnwaiveCommand.INFO, parts -> new UnwaiveCommand(parts.waive(), parts.tend())),
          new Entry(WaiveCommand.INFO, parts -> new WaiveCommand(parts.waive(), parts.tend())));

  private CommandCatalogue() {}

  /** What there is to know of every command, {@code help} too, sorted by verb. */
  public static List<CommandInfo> infos() {
    return Stream.concat(Stream.of(HelpCommand.INFO), ALL.stream().map(Entry::info))
        .sorted(Comparator.comparing(CommandInfo::verb))
        .toList();
  }

  /** All commands but {@code help}, which needs no use case. */
  static List<Command> make(CommandParts parts) {
    return ALL.stream().map(e -> e.maker().apply(parts)).toList();
  }
}
