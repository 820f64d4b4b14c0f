package dev.sluice.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.note.Notes;
import dev.sluice.language.Language;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThreadBodyTest {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(`{3,})suggestion:-(\\d+)\\+(\\d+)\\n(.*?)\\n?^\\1$",
          Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void aWordOnOneLine() {
    applied(
        "begin;\ncreate index i on t (c); -- x\ncommit;\n", "create index", "create unique index");
  }

  @Test
  void severalLines() {
    applied(
        "select 1;\n  alter table t\n  add c int; --\nselect 2;\n",
        "table t\n  add",
        "table u add");
  }

  @Test
  void oneLineBecomesSeveral() {
    applied("select 1;\ndrop table t;\nselect 2;\n", "drop table t;", "-- gone\n-- for good");
  }

  @Test
  void anInsertion() {
    String text = "create table t (\n  a int\n);\n";
    int at = text.indexOf("\n);");
    assertApplies(text, place(text, at, 0), ", b int");
    assertApplies(text, place(text, 0, 0), "-- first\n");
    assertApplies(text, place(text, text.indexOf("  a"), 0), "  id int,\n");
  }

  @Test
  void windowsLineEnds() {
    applied("select 1;\r\ndrop table t;\r\nselect 2;\r\n", "drop table t", "drop table u");
  }

  @Test
  void aLastLineWithoutAnEnd() {
    applied("select 1;\ndrop table t", "drop table t", "drop table u;");
  }

  @Test
  void spacesAndEmptyLinesAtTheEndStay() {
    applied("select 1;\ndrop t;\nselect 2;\n", "drop t;", "a  \n\n\nb  ");
    applied("select 1;\ndrop t;\nselect 2;\n", "drop t;", "a\n");
  }

  @Test
  void aWholeLineWithItsEnd() {
    applied("select 1;\ndrop t;\nselect 2;\n", "drop t;\n", "drop u;\n");
  }

  @Test
  void backticksInTheTextDoNotEndTheBlock() {
    applied("select `a` as ```x```;\nselect 2;\n", "`a`", "`b`");
  }

  @Test
  void noSuggestionThatGitLabWouldRunAsAQuickAction() {
    String text = "select '\n/approve\n';\n";
    assertThat(body(text, place(text, 0, text.length()), "select '\n/approve\n'\n", 1))
        .doesNotContain("suggestion:");
  }

  @Test
  void aSuggestionReachesFromTheThreadsLineAHundredLinesFar() {
    String text = "a\nb\nc\n";
    assertThat(body(text, place(text, 4, 1), "d", 1)).contains("suggestion:-0+2\na\nb\nd\n```");
    assertThat(body(text, place(text, 0, 1), "d", 3)).contains("suggestion:-2+0\nd\nb\nc\n```");
    assertThat(body(text, place(text, 0, 1), "d", 200)).doesNotContain("suggestion:");
  }

  @Test
  void theFingerprintIsFoundAgain() {
    String text = "select 1;\n";
    assertThat(ThreadBody.fingerprint(body(text, place(text, 0, 6), "x", 1))).contains("0a1b");
    assertThat(ThreadBody.fingerprint("hello")).isEmpty();
  }

  private static void applied(String text, String old, String now) {
    assertApplies(text, place(text, text.indexOf(old), old.length()), now);
  }

  /** Applies the block as GitLab does: whole lines, the last one's end taken from the file. */
  private static void assertApplies(String text, Place place, String now) {
    int line = place.start().line();
    Matcher block = BLOCK.matcher(body(text, place, now, line));
    assertThat(block.find()).isTrue();
    List<String> lines = List.of(text.split("(?<=\n)"));
    int first = line - Integer.parseInt(block.group(2));
    int last = line + Integer.parseInt(block.group(3));
    String end = lines.get(last - 1).replaceFirst("[^\r\n]+", "");
    String result =
        String.join("", lines.subList(0, first - 1))
            + block.group(4)
            + end
            + String.join("", lines.subList(last, lines.size()));
    assertThat(result)
        .isEqualTo(text.substring(0, place.offset()) + now + text.substring(place.endOffset()));
  }

  private static String body(String text, Place place, String now, int line) {
    int offset = 0;
    for (int i = 1; i < line && text.indexOf('\n', offset) >= 0; i++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    Place anchor = new Place(offset, 1, new Position(line, 1), new Position(line, 2));
    Finding finding =
        new Finding(
            new RuleId("ban-it"),
            Severity.ERROR,
            "orders/V1__a.sql",
            anchor,
            "message",
            "effect",
            "remedy",
            Optional.of(new Replacement(place, now)),
            "0a1b");
    Language language = Language.EN;
    return new Notes()
        .finding(
            ThreadBody.view(
                finding, text, List.of("orders@prod"), "/db", Optional.empty(), language),
            language);
  }

  private static Place place(String text, int offset, int length) {
    return new Place(offset, length, position(text, offset), position(text, offset + length));
  }

  private static Position position(String text, int offset) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new Position(line, offset - text.lastIndexOf('\n', offset - 1));
  }
}
