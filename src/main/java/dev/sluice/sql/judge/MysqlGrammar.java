package dev.sluice.sql.judge;

import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import io.debezium.ddl.parser.mariadb.generated.MariaDBLexer;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * The only user of Debezium's MySQL and MariaDB grammars. A first pass without the context of the
 * rules is quick and accepts nearly everything; what it refuses is read again with it.
 */
final class MysqlGrammar {
  /** Where the lexers put characters that they do not know; the parsers never see them. */
  private static final String UNKNOWN_CHARACTERS = "ERRORCHANNEL";

  private final AntlrGrammar grammar;

  private MysqlGrammar(
      Function<CharStream, Lexer> lexer,
      Function<TokenStream, Parser> parser,
      Consumer<Parser> statement,
      Set<String> reserved) {
    this.grammar =
        new AntlrGrammar(
            lexer,
            tokens ->
                statement(tokens, AntlrGrammar.bare(parser.apply(tokens)), statement, reserved));
    // The first parse loads the grammar, which takes a second that no statement is to blame for.
    QuietLoading.of(() -> parse("SELECT 1", Long.MAX_VALUE));
  }

  static MysqlGrammar mysql() {
    return Mysql.GRAMMAR;
  }

  static MysqlGrammar mariadb() {
    return Mariadb.GRAMMAR;
  }

  /** See {@link AntlrGrammar#parse}; names that are reserved words are refused too. */
  Optional<Refusal> parse(String sql, long limitNanos) {
    return grammar.parse(sql, limitNanos);
  }

  private static void statement(
      CommonTokenStream tokens, Parser parser, Consumer<Parser> statement, Set<String> words) {
    ReservedNames reserved = new ReservedNames(parser, words);
    parser.addParseListener(reserved);
    try {
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      whole(tokens, parser, statement);
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      parser.reset();
      reserved.forget();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      whole(tokens, parser, statement);
    }
    AntlrGrammar.refuse(reserved.first());
    AntlrGrammar.refuse(unknownCharacter(tokens));
  }

  /** The grammar would let a second statement follow without a semicolon. */
  private static void whole(TokenStream tokens, Parser parser, Consumer<Parser> statement) {
    statement.accept(parser);
    if (tokens.LA(1) != Token.EOF) {
      throw new ParseCancellationException("more than one statement");
    }
  }

  private static Optional<Token> unknownCharacter(CommonTokenStream tokens) {
    Lexer lexer = (Lexer) tokens.getTokenSource();
    int channel = Arrays.asList(lexer.getChannelNames()).indexOf(UNKNOWN_CHARACTERS);
    return tokens.getTokens().stream().filter(t -> t.getChannel() == channel).findFirst();
  }

  /** Loaded when somebody asks for it: a grammar takes a second and some megabytes. */
  private static final class Mysql {
    static final MysqlGrammar GRAMMAR =
        new MysqlGrammar(
            MySqlLexer::new,
            MySqlParser::new,
            parser -> ((MySqlParser) parser).sqlStatement(),
            ReservedNames.WORDS_OF_MYSQL_8);
  }

  private static final class Mariadb {
    static final MysqlGrammar GRAMMAR =
        new MysqlGrammar(
            MariaDBLexer::new,
            MariaDBParser::new,
            parser -> ((MariaDBParser) parser).sqlStatement(),
            Set.of());
  }
}
