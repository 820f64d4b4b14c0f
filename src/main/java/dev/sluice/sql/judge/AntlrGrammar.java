package dev.sluice.sql.judge;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A grammar that ANTLR made a parser of, with a limit of time.
 *
 * @param lexer makes the grammar's lexer
 * @param statement parses one statement and all of the tokens; throws {@link
 *     ParseCancellationException} where it cannot go on
 */
record AntlrGrammar(Function<CharStream, Lexer> lexer, Parse statement) {
  /** Parses a stream of tokens. */
  @FunctionalInterface
  interface Parse {
    void run(CommonTokenStream tokens);
  }

  /**
   * Where the grammar stops.
   *
   * @param offset in UTF-16 units; the length of the text at its end
   * @param near the token there, empty at the end
   */
  record Refusal(int offset, String near) {}

  /**
   * The first refusal, or nothing when the grammar accepts.
   *
   * @throws OutOfTime after {@code limitNanos} of this thread's processor time
   */
  Optional<Refusal> parse(String sql, long limitNanos) {
    Lexer tokens = lexer.apply(CharStreams.fromString(sql));
    tokens.removeErrorListeners();
    tokens.addErrorListener(new Stop());
    Watch watch = new Watch(tokens, limitNanos);
    try {
      statement.run(watch);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(refusal(sql, e.token));
    } catch (ParseCancellationException e) {
      return Optional.of(refusal(sql, watch.furthest));
    }
  }

  /** A parser that stops at the first error, says nothing and keeps nothing. */
  static <P extends Parser> P bare(P parser) {
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.setBuildParseTree(false);
    return parser;
  }

  /** Ends a parse because of this token, if there is one, whatever the grammar says. */
  static void refuse(Optional<? extends Token> token) {
    if (token.isPresent()) {
      throw new Refused(token.get());
    }
  }

  /**
   * An LL parser complains where a decision begins; the token that made it impossible is the last
   * one it looked at, which is the one that the engine names.
   */
  private static Refusal refusal(String sql, @Nullable Token token) {
    if (token == null) {
      return new Refusal(0, "");
    }
    if (token.getType() == Token.EOF) {
      return new Refusal(sql.length(), "");
    }
    int codePoints = sql.codePointCount(0, sql.length());
    int offset = sql.offsetByCodePoints(0, Math.min(token.getStartIndex(), codePoints));
    int end = sql.offsetByCodePoints(0, Math.min(token.getStopIndex() + 1, codePoints));
    return new Refusal(offset, sql.substring(offset, Math.max(offset, end)));
  }

  /** The statement takes longer than it is worth. */
  static final class OutOfTime extends RuntimeException {
    OutOfTime() {
      super("out of time", null, false, false);
    }
  }

  private static final class Refused extends RuntimeException {
    final transient Token token;

    Refused(Token token) {
      super("refused", null, false, false);
      this.token = token;
    }
  }

  private static final class Stop extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      throw new ParseCancellationException(message);
    }
  }

  /** Remembers the furthest token looked at, and ends a parse that takes too long. */
  private static final class Watch extends CommonTokenStream {
    private static final int LOOKS_BETWEEN_CHECKS = 4096;

    private final long limit;
    private int looks;
    @Nullable Token furthest;

    Watch(TokenSource source, long limitNanos) {
      super(source);
      long now = processorTime();
      this.limit = limitNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + limitNanos;
    }

    @Override
    public Token LT(int k) {
      Token token = super.LT(k);
      Token last = furthest;
      if (k > 0 && (last == null || token.getTokenIndex() > last.getTokenIndex())) {
        furthest = token;
      }
      if (++looks % LOOKS_BETWEEN_CHECKS == 0 && processorTime() > limit) {
        throw new OutOfTime();
      }
      return token;
    }

    private static long processorTime() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
