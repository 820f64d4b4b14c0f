package dev.sluice.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.setting.EditDistance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandInfoTest {
  static List<CommandInfo> infos() {
    return CommandCatalogue.infos();
  }

  @ParameterizedTest
  @MethodSource("infos")
  void everyUsageBeginsWithItsVerb(CommandInfo info) {
    assertThat(info.usages()).allMatch(u -> u.split(" ")[0].equals(info.verb()));
  }

  @ParameterizedTest
  @MethodSource("infos")
  void everyExampleIsACommandOfThatVerb(CommandInfo info) {
    ParsedComment parsed = new CommandParser("/db").parse(info.example());
    assertThat(((ParsedComment.Commands) parsed).commands())
        .singleElement()
        .returns(info.verb(), ParsedCommand::verb);
  }

  @ParameterizedTest
  @MethodSource("infos")
  void aCommandThatNeedsAReasonHasOneInItsExample(CommandInfo info) {
    boolean needed = info.usage().startsWith(info.verb() + " --reason");
    assertThat(!needed || info.example().contains("--reason \"")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("infos")
  void everyPurposeIsASentence(CommandInfo info) {
    assertThat(info.purpose()).matches("[A-Z].*\\.").doesNotContain("|", "\n");
  }

  @Test
  void theyAreSortedAndNoVerbIsTakenTwice() {
    assertThat(infos().stream().map(CommandInfo::verb).toList())
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("help");
  }

  @Test
  void noVerbIsOneTypingSlipFromAnother() {
    for (CommandInfo one : infos()) {
      assertThat(infos())
          .filteredOn(o -> EditDistance.between(o.verb(), one.verb()) == 1)
          .isEmpty();
    }
  }
}
