package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void argumentsTakeThePlacesOfTheTemplate() {
    Message message = Message.of("Column %s is %s, 100 %% of it", "a.b", 7);

    assertThat(Language.EN.say(message)).isEqualTo("Column a.b is 7, 100 % of it");
  }

  @Test
  void messagesMayHoldMessagesAndLists() {
    Message rows = Message.of("%s rows", 12);
    Message message = Message.of("%s of %s (%s)", rows, List.of("a", "b"), List.of(rows, rows));

    assertThat(message).hasToString("12 rows of a, b (12 rows, 12 rows)");
  }

  @Test
  void whatHasNoTranslationIsSaidInEnglish() {
    assertThat(Language.ZH.say(Message.of("Nobody has translated %s", "this")))
        .isEqualTo("Nobody has translated this");
    assertThat(Language.ZH.text("nor this, 100 %")).isEqualTo("nor this, 100 %");
  }

  @Test
  void textFromElsewhereIsNoTemplate() {
    assertThat(Message.verbatim("100 %s")).hasToString("100 %s");
  }
}
