package dev.sluice.command;

import dev.sluice.flow.Speaking;
import dev.sluice.setting.EditDistance;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands there are. */
public final class Commands {
  private final CommandSettings settings;
  private final List<Command> all;
  private final Speaking speaking;

  public Commands(CommandSettings settings, CommandParts parts) {
    this.settings = settings;
    this.speaking = parts.speaking();
    this.all =
        Stream.concat(
                Stream.of(new HelpCommand(settings.prefix())),
                CommandCatalogue.make(parts).stream())
            .sorted(Comparator.comparing(c -> c.info().verb()))
            .toList();
  }

  public List<Command> all() {
    return all;
  }

  CommandParser parser() {
    return new CommandParser(settings.prefix());
  }

  Duration maxAge() {
    return settings.maxAge();
  }

  Speaking speaking() {
    return speaking;
  }

  /** The bare prefix asks for help. */
  Optional<Command> find(String verb) {
    String wanted = verb.isEmpty() ? "help" : verb;
    return all.stream().filter(c -> c.info().verb().equals(wanted)).findFirst();
  }

  Reply unknown(String verb) {
    String prefix = settings.prefix();
    return all.stream()
        .map(c -> c.info().verb())
        .filter(v -> EditDistance.between(v, verb) <= 2)
        .min(Comparator.comparingInt(v -> EditDistance.between(v, verb)))
        .map(
            v ->
                Reply.refused(
                    "There is no command %s. Did you mean %s %s? All commands: %s help",
                    verb, prefix, v, prefix))
        .orElseGet(
            () -> Reply.refused("There is no command %s. All commands: %s help", verb, prefix));
  }
}
