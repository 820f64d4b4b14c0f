package dev.sluice.command;

/** One {@code /db} command. */
public interface Command {
  CommandInfo info();

  /** Who may give it as it is written here. */
  default CommandInfo.Who who(ParsedCommand command) {
    return info().who();
  }

  /** Runs it; the caller has checked {@link CommandInfo#who} and {@link CommandInfo#when}. */
  Reply run(CommandContext context, ParsedCommand command);
}
