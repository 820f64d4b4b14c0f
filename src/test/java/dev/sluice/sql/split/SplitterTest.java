package dev.sluice.sql.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.ParsedScript.Problem;
import dev.sluice.sql.Position;
import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import dev.sluice.sql.split.Split.Piece;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {
  static Stream<Arguments> scripts() {
    return Stream.of(
        postgres("semicolons in quotes", "SELECT ';'; SELECT \";\"", "SELECT ';'", "SELECT \";\""),
        postgres("doubled quotes", "SELECT 'a'';b'; b", "SELECT 'a'';b'", "b"),
        postgres("escape strings", "SELECT E'\\';'; b", "SELECT E'\\';'", "b"),
        postgres("a backslash is no escape", "SELECT '\\'; b", "SELECT '\\'", "b"),
        postgres("nested comments", "/* /* ; */ ; */ a; b", "a", "b"),
        postgres("comments inside stay", "a -- x;\nb; c", "a -- x;\nb", "c"),
        postgres("dollar quotes", "DO $$ a; $x$ b; $$; c", "DO $$ a; $x$ b; $$", "c"),
        postgres("tagged dollar quotes", "DO $a$ $$; $a$; c", "DO $a$ $$; $a$", "c"),
        postgres("a parameter is no dollar quote", "SELECT $1; b", "SELECT $1", "b"),
        postgres("a dollar within a word", "SELECT a$b; $c$;", "SELECT a$b", "$c$;"),
        postgres(
            "routine bodies",
            "CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN b END; c; END; d",
            "CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN b END; c; END",
            "d"),
        postgres("BEGIN alone is no body", "BEGIN; a; END; b", "BEGIN", "a", "END", "b"),
        postgres(
            "rules with several actions",
            "CREATE RULE r AS ON INSERT TO t DO (a; b); c",
            "CREATE RULE r AS ON INSERT TO t DO (a; b)",
            "c"),
        postgres("an unclosed parenthesis ends with its statement", "f (a; b", "f (a", "b"),
        postgres("empty statements are none", ";; a ; ;", "a"),
        postgres("a comment alone is none", "-- x\n/* y */"),
        postgres("carriage returns", "a;\r\nb\r\n;", "a", "b"),
        postgres("a byte order mark", "\uFEFFa; b", "a", "b"),
        sqlite("bracket and backtick names", "a [;]; b `;`; c", "a [;]", "b `;`", "c"),
        sqlite(
            "triggers with CASE",
            "CREATE TEMP TRIGGER t BEGIN UPDATE a SET b = CASE c WHEN 1 THEN 2 END; d; END; e",
            "CREATE TEMP TRIGGER t BEGIN UPDATE a SET b = CASE c WHEN 1 THEN 2 END; d; END",
            "e"),
        sqlite("transactions", "BEGIN; a; END; b", "BEGIN", "a", "END", "b"),
        sqlite("comments do not nest", "/* /* */ a; b", "a", "b"),
        mysql("backslash escapes", "a '\\';'; b \"\\\";\"; c", "a '\\';'", "b \"\\\";\"", "c"),
        mysql("hash comments", "a # ;\n; b", "a", "b"),
        mysql("dashes need a blank", "SELECT 5--3; b -- ;", "SELECT 5--3", "b"),
        mysql(
            "version comments are code", "/*!40101 SET a = 1 */; b", "/*!40101 SET a = 1 */", "b"),
        mysql("delimiters", "DELIMITER //\na; b//\nDELIMITER ;\nc; d", "a; b", "c", "d"),
        mysql("a two-dollar delimiter", "DELIMITER $$\nx 1$$\nDELIMITER ;\nc", "x 1", "c"),
        mysql(
            "a line that the client skips",
            "--drop table a;\n --b\nselect 1\n--1;",
            "select 1\n--1"),
        mysql(
            "bodies without a delimiter",
            "CREATE PROCEDURE p() BEGIN IF a THEN b; END IF; WHILE c DO d; END WHILE;"
                + " SELECT CASE x WHEN 1 THEN 2 END; END; e",
            "CREATE PROCEDURE p() BEGIN IF a THEN b; END IF; WHILE c DO d; END WHILE;"
                + " SELECT CASE x WHEN 1 THEN 2 END; END",
            "e"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void scriptsAreCutWhereTheEngineCuts(
      String what, Dialect dialect, String script, List<String> statements) {
    assertThat(Splitter.split(script, dialect).pieces())
        .as(what)
        .extracting(Piece::text)
        .isEqualTo(statements);
  }

  @Test
  void textAndTokensStandWhereTheyAreSaidToStand() {
    String script = "\uFEFF-- x\r\n  SELECT 'é😀',\r\n    b;\n\tc";
    Split split = Splitter.split(script, Dialect.POSTGRESQL);
    for (Piece piece : split.pieces()) {
      assertThat(script.substring(piece.place().offset(), piece.place().endOffset()))
          .isEqualTo(piece.text());
      for (Token token : piece.tokens()) {
        assertThat(script.substring(token.place().offset(), token.place().endOffset()))
            .isEqualTo(token.text());
      }
    }
    Piece first = split.pieces().get(0);
    assertThat(first.place().start()).isEqualTo(new Position(2, 3));
    assertThat(first.place().end()).isEqualTo(new Position(3, 6));
    assertThat(split.pieces().get(1).place().start()).isEqualTo(new Position(4, 2));
  }

  @Test
  void byteOrderMarkBelongsToNoColumn() {
    assertThat(Splitter.split("\uFEFFa", Dialect.SQLITE).pieces().get(0).place().start())
        .isEqualTo(new Position(1, 1));
  }

  @Test
  void tokensKnowTheirKind() {
    String sql = "SELECT \"a\", 'b', 1.5e-3, $1, x::int <> 2 -1, ${t}";
    assertThat(Splitter.split(sql, Dialect.POSTGRESQL).pieces().get(0).tokens())
        .filteredOn(token -> !token.is(","))
        .extracting(Token::kind)
        .containsExactly(
            Kind.WORD,
            Kind.QUOTED_IDENTIFIER,
            Kind.STRING,
            Kind.NUMBER,
            Kind.PARAMETER,
            Kind.WORD,
            Kind.OPERATOR,
            Kind.WORD,
            Kind.OPERATOR,
            Kind.NUMBER,
            Kind.OPERATOR,
            Kind.NUMBER,
            Kind.PARAMETER);
  }

  @Test
  void copyDataIsKeptAndNotRead() {
    Split split =
        Splitter.split("COPY t FROM stdin;\n1\tit's;\n\\.\nSELECT 1;", Dialect.POSTGRESQL);
    assertThat(split.pieces())
        .extracting(Piece::text)
        .containsExactly("COPY t FROM stdin", "SELECT 1");
    assertThat(split.pieces().get(0).data()).isEqualTo("1\tit's;\n");
    assertThat(split.problems()).isEmpty();
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(Dialect.POSTGRESQL, "a;\nb 'x;", 2, 3, "unclosed string"),
        Arguments.of(Dialect.POSTGRESQL, "a \"x;", 1, 3, "unclosed quoted identifier"),
        Arguments.of(Dialect.POSTGRESQL, "a /* /* */", 1, 3, "unclosed comment"),
        Arguments.of(Dialect.POSTGRESQL, "DO $x$ $$", 1, 4, "unclosed dollar quote $x$"),
        Arguments.of(Dialect.POSTGRESQL, "a;\n\\i file.sql\nb", 2, 1, "psql meta command \\i"),
        Arguments.of(
            Dialect.POSTGRESQL, "COPY t FROM stdin;\n1", 1, 1, "COPY data without its end \\."),
        Arguments.of(Dialect.SQLITE, "a;\n.read x", 2, 1, "sqlite3 shell command ."),
        Arguments.of(Dialect.SQLITE, "a [x", 1, 3, "unclosed quoted identifier"),
        Arguments.of(Dialect.MYSQL, "a `x", 1, 3, "unclosed quoted identifier"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatCannotBeSplitIsToldWithItsOpening(
      Dialect dialect, String script, int line, int column, String message) {
    List<Problem> problems = Splitter.split(script, dialect).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).message()).startsWith(message);
    assertThat(problems.get(0).place().start()).isEqualTo(new Position(line, column));
  }

  static Stream<Arguments> directives() {
    return Stream.of(
        Arguments.of("-- sluice:ignore x why\n\na; b", 0),
        Arguments.of("-- sluice:ignore x why\na; b", 1),
        Arguments.of("a; -- sluice:ignore x why\nb", 1),
        Arguments.of("a;\n--sluice:ignore x why\nb", 2),
        Arguments.of("a;\n\n--sluice:ignore x why\n\nb", 2),
        Arguments.of("a;\nb -- sluice:ignore x why\n c", 2),
        Arguments.of("a; b;\n-- sluice: ignore  x why \n", 2));
  }

  @ParameterizedTest
  @MethodSource("directives")
  void directivesSpeakOfTheStatementAtHand(String script, int statement) {
    assertThat(Splitter.split(script, Dialect.POSTGRESQL).directives())
        .extracting(Directive::verb, Directive::rest, Directive::statement)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ignore", "x why", statement));
  }

  @Test
  void directivesInStringsAreText() {
    assertThat(Splitter.split("SELECT '-- sluice:ignore x'", Dialect.POSTGRESQL).directives())
        .isEmpty();
  }

  private static Arguments postgres(String what, String script, String... statements) {
    return Arguments.of(what, Dialect.POSTGRESQL, script, List.of(statements));
  }

  private static Arguments sqlite(String what, String script, String... statements) {
    return Arguments.of(what, Dialect.SQLITE, script, List.of(statements));
  }

  private static Arguments mysql(String what, String script, String... statements) {
    return Arguments.of(what, Dialect.MYSQL, script, List.of(statements));
  }

  @Test
  void ifIsAFunctionWithinACaseExpression() {
    String body =
        "CREATE PROCEDURE p() BEGIN SET x = CASE WHEN a THEN IF(b, 1, 2) ELSE IF(c, 3, 4) END; END";
    assertThat(texts(body + "; SELECT 1;", Dialect.MYSQL)).containsExactly(body, "SELECT 1");
  }

  @Test
  void aDelimiterCommandEndsWhatIsPending() {
    assertThat(texts("DELIMITER //\nSELECT 1;\nDELIMITER ;\nSELECT 2;", Dialect.MYSQL))
        .containsExactly("SELECT 1;", "SELECT 2");
  }

  @Test
  void versionCommentsOfTheOtherServerAreComments() {
    String sql = "SELECT 1 /*M! + 1 */ /*!50701 + 2 */";
    assertThat(tokens(sql, Dialect.MYSQL)).contains("2").doesNotContain("/*M!");
    assertThat(tokens(sql, Dialect.MARIADB)).contains("/*M!").doesNotContain("2");
  }

  @Test
  void ansiQuotesHoldFromTheirSettingOn() {
    assertThat(
            tokens(
                "SELECT \"a\\\"\"; SET sql_mode = 'ANSI_QUOTES'; SELECT \"b\"\"c\"", Dialect.MYSQL))
        .contains("\"a\\\"\"", "\"b\"\"c\"");
  }

  private static List<String> texts(String sql, Dialect dialect) {
    return Splitter.split(sql, dialect).pieces().stream().map(Split.Piece::text).toList();
  }

  private static List<String> tokens(String sql, Dialect dialect) {
    return Splitter.split(sql, dialect).pieces().stream()
        .flatMap(piece -> piece.tokens().stream())
        .map(Token::text)
        .toList();
  }
}
