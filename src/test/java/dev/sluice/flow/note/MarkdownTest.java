package dev.sluice.flow.note;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {
  private static final Pattern LIVE = Pattern.compile("(?<!\\\\)[@#!$%~&](?=[\\p{L}\\p{N}_\"])");

  @ParameterizedTest
  @MethodSource("dev.sluice.flow.note.Hostile#texts")
  void escapedTextMentionsNothingAndOrdersNothing(String text) {
    String escaped = Markdown.escape(text);
    assertThat(escaped.replaceAll("&(amp|lt|gt);", "·"))
        .doesNotStartWith("/")
        .doesNotContain("\n", "\r", "\u2028", "\u202E", "<", ">")
        .doesNotContainPattern(LIVE)
        .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[`|*_\\[\\]]");
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.flow.note.Hostile#texts")
  void codeStaysInItsFenceAndInItsCell(String text) {
    String code = written(Markdown.code(text));
    String fence = code.replaceFirst("[^`].*", "");
    String inside = code.substring(fence.length(), code.length() - fence.length());
    assertThat(code).startsWith(fence).endsWith(fence).hasSizeLessThan(1000);
    assertThat(Pattern.compile("`+").matcher(inside).results().map(m -> m.group()).toList())
        .doesNotContain(fence);
    assertThat(inside)
        .doesNotContain("\n", "\r", "\u202E")
        .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*\\|");
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.flow.note.Hostile#texts")
  void aBlockEndsWhereItShouldAndNoLineOfItIsAnOrder(String text) {
    String block = written(Markdown.fence("text", text));
    String fence = block.replaceFirst("(?s)[^`].*", "");
    assertThat(block.lines().skip(1).filter(l -> l.strip().startsWith(fence))).hasSize(1);
    assertThat(block).endsWith("\n" + fence).doesNotContain("\u202E");
    assertThat(block.lines()).noneMatch(l -> l.startsWith("/"));
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.flow.note.Hostile#texts")
  void aLinkStaysOneLink(String text) {
    String link = written(Markdown.link("x", "https://git/" + Markdown.urlPath(text) + "#L1"));
    assertThat(link).matches("\\[x\\]\\(https://git/[\\w%/.~-]*#L1\\)");
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(Markdown.escape("1.2M rows, 3 – 4: orders (id) = 5; it's fine"))
        .isEqualTo("1.2M rows, 3 – 4: orders (id) = 5; it's fine");
  }

  @Test
  void whatMeansSomethingAtALineStartDoesNotStandThere() {
    for (String start : new String[] {"/x", "# x", "---", "- x", "+ x", "1. x", "2) x", "==="}) {
      assertThat(Markdown.escape(start)).startsWith("\u2060");
    }
  }

  @Test
  void whatTurnsTheReadingOrderIsShown() {
    assertThat(Markdown.escape("a\u202Eb")).isEqualTo("a⟨U+202E⟩b");
  }

  @Test
  void onlyUsernamesAreMentions() {
    assertThat(written(Markdown.mention("lin.wei-1"))).isEqualTo("@lin.wei-1");
    assertThat(written(Markdown.mention("all people"))).isEqualTo("@\u2060all people");
  }

  @Test
  void longCodeIsCutBetweenCharacters() {
    String code = written(Markdown.code("x" + "😀".repeat(500)));
    assertThat(code).endsWith("😀 …`");
  }

  private static String written(Content content) {
    MarkdownOutput output = new MarkdownOutput();
    content.writeTo(output);
    return output.toString().strip();
  }
}
