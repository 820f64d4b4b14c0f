package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.flow.waive.WaiveFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Accepts a finding. */
public final class WaiveCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "waive",
          "waive [rule or fingerprint] --reason \"…\" [--until YYYY-MM-DD]",
          "Accepts a finding, in its thread or by name, until its statement changes.",
          Who.WAIVER,
          When.OPEN_OR_MERGED,
          "/db waive --reason \"the table is empty\"");

  private final WaiveFinding waive;
  private final TendMergeRequest tend;

  public WaiveCommand(WaiveFinding waive, TendMergeRequest tend) {
    this.waive = waive;
    this.tend = tend;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    if (command.reason().isEmpty()) {
      return Reply.refused("Say why: --reason \"…\"");
    }
    Optional<String> date = command.flag("until");
    Optional<Instant> until = date.flatMap(WaiveCommand::endOf);
    if (date.isPresent() && until.isEmpty()) {
      return Reply.refused("%s is no date; write it like 2027-01-31.", date.get());
    }
    if (until.filter(end -> !end.isAfter(context.note().createdAt())).isPresent()) {
      return Reply.refused("%s is over.", date.orElseThrow());
    }
    return Wishes.reply(
        waive.waive(context.fence(), Wishes.of(context, command), command.reason().get(), until),
        context,
        tend);
  }

  /** The day counts to its end, in UTC. */
  private static Optional<Instant> endOf(String date) {
    try {
      return Optional.of(
          LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
