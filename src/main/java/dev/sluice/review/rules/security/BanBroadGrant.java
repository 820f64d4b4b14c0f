package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rights for more people, or over more things, than the change needs. */
public final class BanBroadGrant extends RuleFor<OtherDdl> {
  /** Each lets its holder leave the database or take it over (manuals of both engines). */
  private static final Set<String> POWERS =
      Set.of(
          "SUPER",
          "FILE",
          "PROCESS",
          "SHUTDOWN",
          "SYSTEM_USER",
          "SYSTEM_VARIABLES_ADMIN",
          "PG_EXECUTE_SERVER_PROGRAM",
          "PG_READ_SERVER_FILES",
          "PG_WRITE_SERVER_FILES",
          "PG_READ_ALL_DATA",
          "PG_WRITE_ALL_DATA",
          "RDS_SUPERUSER",
          "CLOUDSQLSUPERUSER");

  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-broad-grant",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Grants are narrow",
          new Explanation(
              "GRANT to PUBLIC, on *.*, with GRANT or ADMIN OPTION, or of a power over the"
                  + " server such as FILE or pg_execute_server_program; ALL PRIVILEGES on a"
                  + " named object is a warning. REVOKE is exempt.",
              "Accounts that were never meant to can read, change or pass on what they got, also"
                  + " on tables that come later.",
              "Grant the privileges that are used, on the objects that need them, to a named"
                  + " role."));

  public BanBroadGrant() {
    super(OtherDdl.class, INFO);
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement(), ddl.place());
    int grant = tokens.indexOf("GRANT");
    boolean grants =
        ddl.verb().equals("GRANT") || (ddl.objectType().equals("DEFAULT PRIVILEGES") && grant > 0);
    if (!grants || tokens.at(grant + 1, "OPTION")) {
      return Optional.empty();
    }
    List<Message> reasons = reasons(tokens.from(grant));
    boolean all = tokens.at(grant + 1, "ALL");
    if (reasons.isEmpty() && !all) {
      return Optional.empty();
    }
    Problem problem = Problem.at(ddl.place(), message(tokens.from(grant), all, reasons));
    return Optional.of(reasons.isEmpty() ? problem.as(Severity.WARNING) : problem);
  }

  private static Message message(Stretch grant, boolean all, List<Message> reasons) {
    int on = grant.find(0, Set.of("ON"));
    int to = grant.findOrEnd(0, Set.of("TO"));
    Message what =
        all
            ? Message.of("all privileges")
            : Message.verbatim(words(grant.range(1, on < 0 ? to : on)));
    String whom = words(grant.range(to + 1, grant.findOrEnd(to, Set.of("WITH"))));
    Message grants =
        on < 0
            ? Message.of("Grants %s to %s", what, whom)
            : Message.of("Grants %s on %s to %s", what, words(grant.range(on + 1, to)), whom);
    return reasons.isEmpty() ? grants : Message.of("%s: %s", grants, reasons);
  }

  private static List<Message> reasons(Stretch grant) {
    List<Message> reasons = new ArrayList<>();
    if (grant.contains("*", ".", "*")) {
      reasons.add(Message.of("*.* is every database"));
    }
    if (grant.contains("TO", "PUBLIC") || publicInList(grant)) {
      reasons.add(Message.of("that is everybody"));
    }
    if (grant.contains("GRANT", "OPTION") || grant.contains("ADMIN", "OPTION")) {
      reasons.add(Message.of("they can be passed on"));
    }
    if (reasons.isEmpty() && power(grant)) {
      reasons.add(Message.of("that reaches beyond the database"));
    }
    return reasons;
  }

  private static boolean publicInList(Stretch grant) {
    int to = grant.find(0, Set.of("TO"));
    return to > 0 && grant.from(to).contains(",", "PUBLIC");
  }

  private static boolean power(Stretch grant) {
    int end = grant.findOrEnd(1, Set.of("ON", "TO"));
    return grant.range(1, end).tokens().stream()
        .map(t -> t.text().toUpperCase(Locale.ROOT))
        .anyMatch(POWERS::contains);
  }

  private static String words(Stretch list) {
    StringBuilder text = new StringBuilder();
    for (Token token : list.tokens()) {
      boolean joined = token.is(",") || token.is(".") || text.toString().endsWith(".");
      text.append(joined || text.isEmpty() ? "" : " ").append(token.text());
    }
    return text.toString();
  }
}
