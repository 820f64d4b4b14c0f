package dev.sluice.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportFormatsTest {
  private static final String SQL = "select 1;\n\tdrop table \"a b\";\ndo it;\n";

  private static Place place(int line, int from, int to) {
    return new Place(0, to - from, new Position(line, from), new Position(line, to));
  }

  private static Finding finding(String rule, Severity severity, Place place) {
    return new Finding(
        new RuleId(rule),
        severity,
        "my dir/V1__a.sql",
        place,
        "Table \"a b\" is dropped.",
        "Its rows are gone.",
        "Rename it first.",
        Optional.of(new Replacement(place, "alter table x")),
        "f1");
  }

  private static final Report REPORT =
      new Report(
          List.of(finding("ban-drop-table", Severity.ERROR, place(2, 2, 19))),
          List.of(
              new SuppressedFinding(
                  finding("ban-truncate", Severity.WARNING, place(1, 1, 9)), "it is empty")),
          List.of(new Blindspot("my dir/V1__a.sql", place(3, 1, 6), "not understood")),
          List.of(),
          Map.of("my dir/V1__a.sql", SQL));

  @Test
  void textPutsACaretUnderTheSql() {
    assertThat(Format.TEXT.write(REPORT, false))
        .isEqualTo(
            """
            my dir/V1__a.sql:2:2 error ban-drop-table
              Table "a b" is dropped.
              2 | \tdrop table "a b";
                | \t^^^^^^^^^^^^^^^^^
              why: Its rows are gone.
              do:  Rename it first.

            my dir/V1__a.sql:3:1 not fully reviewed
              not understood
              3 | do it;
                | ^^^^^

            my dir/V1__a.sql:1:1 ignored ban-truncate: it is empty

            1 error, 0 warnings, 0 info in 1 file; incomplete: 1 place not fully reviewed; 1 ignored
            """);
  }

  @Test
  void coloursComeOnlyWhenAsked() {
    assertThat(Format.TEXT.write(REPORT, true)).contains("\u001b[31merror\u001b[0m");
    assertThat(Format.TEXT.write(REPORT, false)).doesNotContain("\u001b");
  }

  @Test
  void jsonHasStableKeys() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Format.JSON.write(REPORT, true));
    assertThat(json.toString())
        .isEqualTo(
            "{'version':1,'files':['my dir/V1__a.sql'],'findings':[{'path':'my dir/V1__a.sql','line':2,"
                    .replace('\'', '"')
                + "'column':2,'end_line':2,'end_column':19,'rule':'ban-drop-table','severity':'error',"
                    .replace('\'', '"')
                + "\"message\":\"Table \\\"a b\\\" is dropped.\","
                + "'effect':'Its rows are gone.','remedy':'Rename it first.','fingerprint':'f1',"
                    .replace('\'', '"')
                + json.toString().substring(json.toString().indexOf("\"replacement\"")));
    assertThat(json.at("/findings/0/replacement").asText()).isEqualTo("alter table x");
    assertThat(json.at("/suppressed/0/reason").asText()).isEqualTo("it is empty");
    assertThat(json.at("/not_fully_reviewed/0/reason").asText()).isEqualTo("not understood");
  }

  @Test
  void gitlabGetsAnArrayOfIssues() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Format.GITLAB.write(REPORT, false));
    assertThat(json).hasSize(1);
    JsonNode issue = json.get(0);
    assertThat(issue.get("description").asText()).isEqualTo("Table \"a b\" is dropped.");
    assertThat(issue.get("check_name").asText()).isEqualTo("ban-drop-table");
    assertThat(issue.get("fingerprint").asText()).isEqualTo("f1");
    assertThat(issue.get("severity").asText()).isEqualTo("critical");
    assertThat(issue.at("/location/path").asText()).isEqualTo("my dir/V1__a.sql");
    assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(2);
  }

  @Test
  void sarifHasWhatTheStandardAsksFor() throws Exception {
    JsonNode log = new ObjectMapper().readTree(Format.SARIF.write(REPORT, false));
    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Sluice");
    JsonNode result = run.at("/results/0");
    assertThat(result.get("level").asText()).isEqualTo("error");
    String rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id").asText();
    assertThat(rule).isEqualTo(result.get("ruleId").asText()).isEqualTo("ban-drop-table");
    JsonNode location = result.at("/locations/0/physicalLocation");
    assertThat(location.at("/artifactLocation/uri").asText()).isEqualTo("my%20dir/V1__a.sql");
    assertThat(location.get("region").toString())
        .isEqualTo("{\"startLine\":2,\"startColumn\":2,\"endLine\":2,\"endColumn\":19}");
    assertThat(result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text").asText())
        .isEqualTo("alter table x");
    assertThat(run.at("/results/1/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("Not fully reviewed: not understood");
  }
}
