package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.note.Markdown;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which commands there are, from their own descriptions. */
final class HelpCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "help",
          "help [command]",
          "Tells which commands there are, or more about one.",
          Who.MEMBER,
          When.ALWAYS,
          "/db help deploy");

  private final String prefix;

  HelpCommand(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    Optional<CommandInfo> one =
        command
            .argument(0)
            .flatMap(
                verb ->
                    CommandCatalogue.infos().stream()
                        .filter(i -> i.verb().equals(verb))
                        .findFirst());
    return new Reply(true, one.map(this::about).orElseGet(this::table));
  }

  private String about(CommandInfo info) {
    return usages(info)
        + "\n\n"
        + info.purpose()
        + "\n\nFor "
        + Markdown.escape(info.who().words())
        + "; "
        + info.when().words()
        + ". Example: `"
        + info.example().replace("/db", prefix)
        + "`";
  }

  private String table() {
    return "| Command | |\n|---|---|\n"
        + CommandCatalogue.infos().stream()
            .map(i -> "| " + usages(i).replace("|", "\\|") + " | " + i.purpose() + " |")
            .collect(Collectors.joining("\n"));
  }

  /** Each way to write it as a line that can be copied. */
  private String usages(CommandInfo info) {
    return info.usages().stream()
        .map(u -> "`" + prefix + " " + u + "`")
        .collect(Collectors.joining(" or "));
  }
}
