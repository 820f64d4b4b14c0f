package dev.sluice.command;

/** One {@code /db} command. */
public interface Command {
  CommandInfo info();

  /** Runs it; the caller has checked {@link CommandInfo#who} and {@link CommandInfo#when}. */
  Reply run(CommandContext context, ParsedCommand command);
}
