package dev.sluice.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private final CommandParser parser = new CommandParser("/db");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/db plan",
        "  /DB Plan  ",
        "`/db plan`",
        "／ｄｂ　plan",
        "/db plan\n\n<!-- added by a tracker -->",
        "thanks!\n/db plan\nbye",
        "/db plan\r\n"
      })
  void aCommandAloneOnItsLineIsFound(String comment) {
    assertThat(verbs(comment)).containsExactly("plan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "please /db plan",
        "> /db plan",
        "```\n/db plan\n```",
        "~~~sql\n/db plan\n~~~",
        "    /db plan",
        "/dbplan",
        "/database plan",
        "<!-- /db plan -->",
        "<!--\n/db plan\n-->",
        "````\n```\n/db plan\n```\n````",
        "see `/db plan` for this"
      })
  void whatIsQuotedOrOnlyMentionedIsNotForUs(String comment) {
    assertThat(verbs(comment)).isEmpty();
  }

  @Test
  void severalCommandsKeepTheirOrder() {
    assertThat(verbs("/db approve\n/db deploy")).containsExactly("approve", "deploy");
  }

  @Test
  void theBarePrefixHasNoVerb() {
    assertThat(verbs("/db")).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/db deploy --target=orders-prod",
        "/db deploy --target orders-prod",
        "/db deploy —target orders-prod"
      })
  void flagsAreReadHoweverTheyAreWritten(String comment) {
    assertThat(only(comment).flags()).isEqualTo(Map.of("target", "orders-prod"));
  }

  @Test
  void typographicQuotesHoldAReasonTogether() {
    assertThat(only("/db reject --reason “big table, don't”").reason())
        .contains("big table, don't");
  }

  @Test
  void argumentsAndFlagsMix() {
    ParsedCommand command = only("/db skip 913 --statement 3 --reason='x y' now");
    assertThat(command.arguments()).containsExactly("913", "now");
    assertThat(command.flags()).isEqualTo(Map.of("statement", "3", "reason", "x y"));
  }

  @Test
  void anOpenQuoteRunsNothing() {
    assertThat(parser.parse("/db plan\n/db reject --reason \"open"))
        .isInstanceOf(ParsedComment.Malformed.class);
  }

  @Test
  void elevenCommandsRunNothing() {
    assertThat(parser.parse("/db plan\n".repeat(11))).isInstanceOf(ParsedComment.Malformed.class);
  }

  private List<String> verbs(String comment) {
    return commands(comment).stream().map(ParsedCommand::verb).toList();
  }

  private ParsedCommand only(String comment) {
    assertThat(commands(comment)).hasSize(1);
    return commands(comment).get(0);
  }

  private List<ParsedCommand> commands(String comment) {
    assertThat(parser.parse(comment)).isInstanceOf(ParsedComment.Commands.class);
    return ((ParsedComment.Commands) parser.parse(comment)).commands();
  }
}
