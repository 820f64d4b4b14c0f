package dev.sluice.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import org.junit.jupiter.api.Test;

class CommandDocTest {
  private static final String GRAMMAR =
      """
      ## How a command is written

      - On a line of its own, anywhere in a comment on the merge request: `/db <verb> [words] [--flags]`. Case does not
        matter, up to three spaces in front do not, and it may stand in single backticks.
      - Several in one comment run in order, each on its own line, at most ten. The first that fails stops the rest.
        There is one reply for all of them, in the same thread.
      - Words with spaces stand in quotes: `--reason "done by hand"`, `--reason='done by hand'`. Typographic quotes and
        dashes, as phones write them, are understood. `don't` needs no quotes. `--` alone ends the flags.
      - A flag takes the next word as its value, or what follows its `=`.
      - If one line of a comment cannot be read, for instance because a quote is not closed, nothing of the comment runs.
      - An unknown verb runs nothing; the reply names the nearest one.

      ## What is ignored

      - Commands in quotes (`>`), code blocks, indented code and HTML comments: quoting a command does not run it.
      - Commands inside a sentence: `please /db approve` is talk.
      - Edited comments: a command runs when its comment is written, or never.
      - Comments of bots, GitLab's own notes, and Sluice's.
      - A command that Sluice found late, because its webhook was lost, runs only while it is younger than
        `commands.max_age` (10 minutes); else the reply asks to write it again.

      ## What you see

      👀 on your comment while it is worked on, then ✅ or ❌. Who may give a command is read from GitLab in that moment; a
      reply says who may when you may not. The prefix is `commands.prefix` of the [configuration](configuration.md#commands).
      """;

  @Test
  void theDocumentationIsMadeFromTheCommandsThemselves() {
    StringBuilder page =
        new StringBuilder(
            """
            <!-- Generated from the commands: ./mvnw test -Dgolden=update -->
            # Commands

            Written as comments on a merge request, before and after its merge.

            | Command | |
            |---|---|
            """);
    for (CommandInfo info : CommandCatalogue.infos()) {
      page.append("| [`/db %s`](#%s) | %s |\n".formatted(info.verb(), info.verb(), info.purpose()));
    }
    page.append('\n').append(GRAMMAR).append("\n# Each command\n");
    CommandCatalogue.infos().forEach(i -> page.append(about(i)));
    GeneratedDoc.check("docs/commands.md", page.toString());
  }

  @Test
  void thePageNamesEveryExclusionThatTheParserHas() {
    for (String ignored :
        new String[] {"> /db help", "```\n/db help\n```", "    /db help", "<!-- /db help -->"}) {
      ParsedComment parsed = new CommandParser("/db").parse(ignored);
      assertThat(((ParsedComment.Commands) parsed).commands()).isEmpty();
    }
  }

  private static String about(CommandInfo info) {
    String usages = "/db " + String.join("\n/db ", info.usages());
    return """

        ## %s

        %s

        ```
        %s
        ```

        | | |
        |---|---|
        | Who | %s |
        | When | %s |
        | Example | `%s` |
        """
        .formatted(
            info.verb(),
            info.purpose(),
            usages,
            info.who().words(),
            info.when().words(),
            info.example());
  }
}
