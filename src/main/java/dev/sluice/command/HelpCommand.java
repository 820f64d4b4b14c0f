package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
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
    Language language = context.language();
    return Reply.ready(one.map(i -> about(i, language)).orElseGet(() -> table(language)));
  }

  private String about(CommandInfo info, Language language) {
    return usages(info, language)
        + "\n\n"
        + language.text(info.purpose())
        + "\n\n"
        + language.say(
            "For %s; %s. Example: `%s`",
            Markdown.escape(language.say(info.who().words())),
            info.when().words(),
            info.example().replace("/db", prefix));
  }

  private String table(Language language) {
    return "| "
        + language.text("Command")
        + " | |\n|---|---|\n"
        + CommandCatalogue.infos().stream()
            .map(i -> row(i, language))
            .collect(Collectors.joining("\n"));
  }

  private String row(CommandInfo info, Language language) {
    return "| "
        + usages(info, language).replace("|", "\\|")
        + " | "
        + language.text(info.purpose())
        + " |";
  }

  /** Each way to write it as a line that can be copied. */
  private String usages(CommandInfo info, Language language) {
    return info.usages().stream()
        .map(u -> "`" + prefix + " " + u + "`")
        .collect(Collectors.joining(" " + language.text("or") + " "));
  }
}
