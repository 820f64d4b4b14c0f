package dev.sluice.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.review.Finding;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.Timing;
import dev.sluice.sql.Place;

/** For scripts: our own JSON. Keys are added, never renamed or removed; {@code version} counts. */
final class JsonReport {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  static String of(Report report) {
    ObjectNode root = JSON.createObjectNode().put("version", VERSION);
    var files = root.putArray("files");
    report.texts().keySet().stream().sorted().forEach(files::add);
    var findings = root.putArray("findings");
    report.findings().forEach(finding -> findings.add(node(finding)));
    var suppressed = root.putArray("suppressed");
    report.suppressed().forEach(s -> suppressed.add(node(s.finding()).put("reason", s.reason())));
    var blindspots = root.putArray("not_fully_reviewed");
    report
        .blindspots()
        .forEach(b -> blindspots.add(place(b.path(), b.place()).put("reason", b.reason())));
    if (!report.notes().isEmpty()) {
      var notes = root.putArray("notes");
      report.notes().forEach(notes::add);
    }
    if (!report.plans().isEmpty()) {
      var plans = root.putArray("plan");
      report.plans().forEach(plan -> plans.add(node(plan)));
    }
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode node(Finding finding) {
    ObjectNode node =
        place(finding.path(), finding.place())
            .put("rule", finding.rule().value())
            .put("severity", finding.severity().id())
            .put("message", finding.message())
            .put("effect", finding.effect())
            .put("remedy", finding.remedy())
            .put("fingerprint", finding.fingerprint());
    finding.replacement().ifPresent(r -> node.put("replacement", r.text()));
    return node;
  }

  private static ObjectNode node(StatementPlan plan) {
    ObjectNode node =
        place(plan.path(), plan.place())
            .put("summary", plan.summary())
            .put("lock", plan.lock())
            .put("blocks", plan.blocks())
            .put("work", plan.work())
            .put("risk", plan.risk().id());
    plan.timing()
        .takes()
        .ifPresent(
            t ->
                node.put("takes_at_least_ms", t.leastMillis())
                    .put("takes_at_most_ms", t.mostMillis()));
    plan.timing().holds().forEach(h -> node.withArray("holds").add(hold(h)));
    var locks = node.putArray("locks");
    plan.locks()
        .forEach(
            l ->
                locks
                    .addObject()
                    .put("table", l.table())
                    .put("lock", l.lock())
                    .put("blocks", l.blocks()));
    return node;
  }

  private static ObjectNode hold(Timing.Hold hold) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("table", hold.lock().table())
            .put("lock", hold.lock().lock())
            .put("until_statement", hold.until());
    hold.lasts()
        .ifPresent(t -> node.put("at_least_ms", t.leastMillis()).put("at_most_ms", t.mostMillis()));
    return node.put("may_be_longer", hold.atLeast());
  }

  private static ObjectNode place(String path, Place place) {
    return JSON.createObjectNode()
        .put("path", path)
        .put("line", place.start().line())
        .put("column", place.start().column())
        .put("end_line", place.end().line())
        .put("end_column", place.end().column());
  }
}
