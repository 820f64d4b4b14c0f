package dev.sluice.command;

import dev.sluice.language.Message;
import java.util.List;

/** What a comment asks of us. */
public sealed interface ParsedComment {
  /** In the order of the lines; empty when the comment is not for us. */
  record Commands(List<ParsedCommand> commands) implements ParsedComment {
    public Commands {
      commands = List.copyOf(commands);
    }
  }

  /** Meant for us but malformed: nothing of the comment runs. */
  record Malformed(String line, Message why) implements ParsedComment {}
}
