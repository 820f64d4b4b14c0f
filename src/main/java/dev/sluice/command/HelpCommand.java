package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.note.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells which commands there are, from their own descriptions. */
final class HelpCommand implements Command {
  private final String prefix;
  private final Supplier<List<Command>> all;

  HelpCommand(String prefix, Supplier<List<Command>> all) {
    this.prefix = prefix;
    this.all = all;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "help",
        "help [command]",
        "Tells which commands there are, or more about one.",
        Who.MEMBER,
        When.ALWAYS,
        "/db help deploy");
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    Optional<CommandInfo> one =
        command
            .argument(0)
            .flatMap(
                verb ->
                    all.get().stream()
                        .map(Command::info)
                        .filter(i -> i.verb().equals(verb))
                        .findFirst());
    return new Reply(true, one.map(this::about).orElseGet(this::table));
  }

  private String about(CommandInfo info) {
    return "`"
        + prefix
        + " "
        + info.usage()
        + "` "
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
        + all.get().stream()
            .map(Command::info)
            .map(
                i ->
                    "| `"
                        + prefix
                        + " "
                        + i.usage().replace("|", "\\|")
                        + "` | "
                        + i.purpose()
                        + " |")
            .collect(Collectors.joining("\n"));
  }
}
