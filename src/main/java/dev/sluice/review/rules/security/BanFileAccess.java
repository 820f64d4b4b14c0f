package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of the server are beyond the database. */
public final class BanFileAccess implements StatementRule {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "load_file",
          "pg_read_file",
          "pg_read_binary_file",
          "pg_ls_dir",
          "pg_stat_file",
          "lo_import",
          "lo_export",
          "readfile",
          "writefile",
          "load_extension");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-file-access",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Statements touch no files",
          new Explanation(
              "COPY from or to a file or a PROGRAM, LOAD DATA, INTO OUTFILE, LOAD_FILE,"
                  + " pg_read_file, lo_import and their like, load_extension and ATTACH in SQLite."
                  + " COPY … STDIN and STDOUT are exempt. A program on the server, and a library"
                  + " loaded into it, are errors.",
              "The statement works only on a server that has the file, and reaches what the"
                  + " database does not protect.",
              "Put the rows into the script, or load them by other means."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    List<Problem> problems = new ArrayList<>();
    Call.in(tokens).stream()
        .filter(c -> FUNCTIONS.contains(c.function()))
        .map(c -> called(c))
        .forEach(problems::add);
    written(tokens, scene.dialect()).ifPresent(problems::add);
    return problems;
  }

  private static Problem called(Call call) {
    Problem problem = Problem.at(call.place(), "%s() reaches files of the server", call.function());
    return call.function().equals("load_extension") ? problem.as(Severity.ERROR) : problem;
  }

  private static Optional<Problem> written(Stretch tokens, Dialect dialect) {
    if (tokens.at(0, "COPY")) {
      int program = tokens.find(0, Set.of("PROGRAM"));
      int file = tokens.find(0, Set.of("FROM", "TO"));
      if (program > 0 && program == file + 1) {
        return Optional.of(
            Problem.at(tokens.get(program).place(), "COPY runs a program on the server")
                .as(Severity.ERROR));
      }
      boolean named =
          file > 0 && file + 1 < tokens.size() && tokens.get(file + 1).kind() == Token.Kind.STRING;
      return named
          ? at(tokens, file, Message.of("COPY uses a file of the server"))
          : Optional.empty();
    }
    if (tokens.at(0, "LOAD")) {
      boolean local = tokens.contains("LOCAL");
      boolean data = tokens.at(1, "DATA") || tokens.at(1, "XML");
      Message message =
          local
              ? Message.of("LOAD DATA LOCAL needs a file of the client")
              : Message.of("LOAD DATA uses a file of the server");
      return data ? at(tokens, 0, message) : library(tokens);
    }
    if (dialect == Dialect.SQLITE && tokens.at(0, "ATTACH")) {
      return at(tokens, 0, Message.of("ATTACH opens another file"));
    }
    int into = Math.max(tokens.indexOf("INTO", "OUTFILE"), tokens.indexOf("INTO", "DUMPFILE"));
    return into > 0
        ? at(tokens, into, Message.of("The rows are written to a file of the server"))
        : Optional.empty();
  }

  private static Optional<Problem> library(Stretch tokens) {
    return tokens.size() == 2 && tokens.get(1).kind() == Token.Kind.STRING
        ? at(tokens, 0, Message.of("LOAD runs a library in the server"))
            .map(p -> p.as(Severity.ERROR))
        : Optional.empty();
  }

  private static Optional<Problem> at(Stretch tokens, int index, Message message) {
    return Optional.of(Problem.at(tokens.range(index, index + 2).place(), message));
  }
}
