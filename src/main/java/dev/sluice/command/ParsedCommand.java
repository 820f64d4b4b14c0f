package dev.sluice.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command as it was written.
 *
 * @param line the line of the comment, for the reply
 * @param verb lower case; empty for the bare prefix
 * @param arguments the words that are no flags
 * @param flags by name; a flag without a value has an empty one
 */
public record ParsedCommand(
    String line, String verb, List<String> arguments, Map<String, String> flags) {
  public ParsedCommand {
    arguments = List.copyOf(arguments);
    flags = Map.copyOf(flags);
  }

  public Optional<String> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  public Optional<String> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  /** The reason given with {@code --reason}, not blank. */
  public Optional<String> reason() {
    return flag("reason").map(String::strip).filter(r -> !r.isEmpty());
  }
}
