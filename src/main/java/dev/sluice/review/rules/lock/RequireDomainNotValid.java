package dev.sluice.review.rules.lock;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Optional;
import java.util.Set;

/** A domain's new rule is tried on every table that uses the domain. */
public final class RequireDomainNotValid extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-domain-not-valid",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Constraints of existing domains are added NOT VALID",
              new Explanation(
                  "ALTER DOMAIN … ADD CHECK without NOT VALID, and ALTER DOMAIN … SET NOT NULL, on"
                      + " a domain that this script does not create.",
                  "SHARE locks block writes to every table with a column of the domain while all"
                      + " their rows are checked.",
                  "Add the check NOT VALID, and ALTER DOMAIN … VALIDATE CONSTRAINT in a later"
                      + " script; keep NOT NULL with the columns."))
          .knownAs("squawk ban-alter-domain-with-add-constraint");

  public RequireDomainNotValid() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    String clause = ddl.detail().clause();
    boolean adds = clause.startsWith("ADD") && !clause.endsWith("NOT VALID");
    boolean reads = ddl.is("ALTER", "DOMAIN") && (adds || clause.equals("SET NOT NULL"));
    return ddl.name()
        .filter(d -> reads && !isNew(d, scene))
        .map(
            d -> {
              Problem problem =
                  Problem.at(
                      ddl.place(),
                      "Every row of every table that uses %s is checked while their writers wait",
                      d);
              return adds
                  ? problem.withReplacement(
                      Optional.of(Rewording.behind(ddl.place(), " NOT VALID")))
                  : problem;
            });
  }

  private static boolean isNew(ObjectName domain, Scene scene) {
    return scene
        .script()
        .before(scene.statement())
        .anyMatch(
            a ->
                a instanceof OtherDdl ddl
                    && ddl.is("CREATE", "DOMAIN")
                    && ddl.name().filter(domain::equals).isPresent());
  }
}
