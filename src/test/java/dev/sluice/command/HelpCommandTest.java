package dev.sluice.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Fence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpCommandTest {
  private final HelpCommand help = new HelpCommand("/sluice");

  @Test
  void withoutAWordItListsEveryCommandUnderTheConfiguredPrefix() {
    String table = run().markdown(Language.EN);
    for (CommandInfo info : CommandCatalogue.infos()) {
      assertThat(table).contains("| `/sluice " + info.verb());
    }
    assertThat(table)
        .doesNotContain("/db")
        .contains("` or `/sluice skip rollout", "environment\\|target");
  }

  @Test
  void withAVerbItSaysWhoMayAndWhen() {
    assertThat(run("skip").markdown(Language.EN))
        .contains("`/sluice skip statement <n> --reason \"…\"`", "Maintainers", "after the merge")
        .contains("Example: `/sluice skip statement 3");
  }

  @Test
  void withAnUnknownVerbItListsThemAll() {
    assertThat(run("/approve").markdown(Language.EN)).isEqualTo(run().markdown(Language.EN));
  }

  private Reply run(String... words) {
    Person lin = new Person(1, "lin", "Lin", false, true);
    Instant at = Instant.EPOCH;
    MergeRequest mr =
        new MergeRequest(
            new MergeRequestId(7, 1),
            "shop/database",
            "t",
            "https://git/x",
            lin,
            MergeRequest.State.OPEN,
            false,
            Optional.of(7L),
            "s",
            "main",
            "abc",
            Optional.empty(),
            List.of(),
            at,
            Optional.empty());
    Note note = new Note(1, "d", lin, "", false, false, false, false, Optional.empty(), at, at);
    return help.run(
        new CommandContext(mr, note, lin, new Fence("lane", 1), Language.EN),
        new ParsedCommand("", "help", List.of(words), Map.of()));
  }
}
