package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Branches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherApisTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.omar);
  private final MergeRequest mr = shop.open();
  private final String project = "/projects/" + shop.project.id;

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void aForksMergeRequestIsReadFromTheTarget() {
    var eve = shop.gitlab.createUser("eve", "Eve");
    shop.gitlab.addMember(shop.project, eve, Level.GUEST);
    var fork = shop.gitlab.fork(shop.project, "eve/database", eve);
    shop.gitlab.as(eve).push(fork, "idea", "orders/V8__idea.sql", "select 8;\n");
    var theirs =
        shop.gitlab
            .as(eve)
            .open(new Branches(fork, "idea", shop.project, "main"), "Draft: Idea", "");
    var view = api.get(shop.mr(theirs)).json();
    assertThat(view.path("source_project_id").asLong()).isEqualTo(fork.id);
    assertThat(view.path("draft").asBoolean()).isTrue();
    assertThat(api.get(shop.mr(theirs) + "/diffs").json()).hasSize(1);
    var raw = project + "/repository/files/orders%2FV8__idea.sql/raw?ref=" + theirs.headSha;
    assertThat(api.get(raw).text()).isEqualTo("select 8;\n");
    assertThat(shop.api(shop.bot).get("/projects/" + fork.id).status()).isEqualTo(404);
  }

  @Test
  void aRenamedProjectKeepsItsNumber() {
    shop.gitlab.rename(shop.project, "store/database");
    assertThat(api.get("/projects/shop%2Fdatabase").status()).isEqualTo(404);
    var omar = shop.omar;
    shop.gitlab.addMember(shop.project, omar, Level.MAINTAINER);
    assertThat(api.get("/projects/store%2Fdatabase").json().path("id").asLong())
        .isEqualTo(shop.project.id);
  }

  @Test
  void comparisonsStartAtTheMergeBaseUnlessStraight() {
    shop.gitlab.as(shop.omar).push(shop.project, "main", "README.md", "hello\n");
    var compare = project + "/repository/compare?from=main&to=note";
    assertThat(api.get(compare).json().path("diffs").findValuesAsText("new_path"))
        .containsExactly(Shop.SCRIPT);
    assertThat(api.get(compare + "&straight=true").json().path("diffs")).hasSize(2);
    var base =
        api.get(project + "/repository/merge_base?refs[]=main&refs[]=note".replace("[]", "%5B%5D"));
    assertThat(base.json().path("id").asText()).isEqualTo(mr.latest().orElseThrow().base());
  }

  @Test
  void theWholeDiffIsGitsText() {
    assertThat(api.get(shop.mr(mr) + "/raw_diffs").text())
        .isEqualTo(
            """
            diff --git a/orders/V2__note.sql b/orders/V2__note.sql
            new file mode 100644
            --- /dev/null
            +++ b/orders/V2__note.sql
            @@ -0,0 +1,2 @@
            +alter table orders
            +  add column note text;
            """);
  }

  @Test
  void versionsAreNewestFirst() {
    var first = mr.headSha;
    shop.gitlab.as(shop.lin).push(shop.project, "note", Shop.SCRIPT, "select 1;\n");
    var versions = api.get(shop.mr(mr) + "/versions").json();
    assertThat(versions.findValuesAsText("head_commit_sha")).containsExactly(mr.headSha, first);
    var one = shop.mr(mr) + "/versions/" + versions.get(1).path("id").asText();
    assertThat(api.get(one).json().path("diffs").get(0).path("diff").asText())
        .contains("note text");
  }

  @Test
  void issuesAreWrittenDiscussedAndClosed() {
    var bot = shop.api(shop.bot);
    var issues = project + "/issues";
    var made = bot.post(issues, "title", "Direct push", "labels", "sluice,audit");
    assertThat(made.status()).isEqualTo(201);
    var one = issues + "/" + made.json().path("iid").asText();
    assertThat(bot.post(one + "/notes", "body", "/close stays text here").status()).isEqualTo(201);
    assertThat(bot.get(issues + "?labels=audit&state=opened").json()).hasSize(1);
    assertThat(bot.put(one, "state_event", "close").json().path("state").asText())
        .isEqualTo("closed");
    assertThat(bot.get(issues + "?state=opened").json()).isEmpty();
  }

  @Test
  void hooksAreManagedByMaintainersAndKeepTheirTokensToThemselves() {
    var hooks = project + "/hooks";
    assertThat(shop.api(shop.bot).get(hooks).status()).isEqualTo(403);
    var made =
        api.postJson(
            hooks,
            "{\"url\":\"http://127.0.0.1:1/x\",\"push_events\":false,\"note_events\":true,"
                + "\"token\":\"secret\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("secret");
    assertThat(made.json().path("push_events").asBoolean()).isFalse();
    assertThat(made.json().path("token_present").asBoolean()).isTrue();
    var one = hooks + "/" + made.json().path("id").asText();
    assertThat(api.put(one, "push_events", "true").json().path("push_events").asBoolean()).isTrue();
    assertThat(api.delete(one).status()).isEqualTo(204);
    assertThat(api.get(hooks).json()).isEmpty();
  }

  @Test
  void aWrongValueIsNamed() {
    assertThat(api.post(shop.mr(mr) + "/notes").json().path("error").asText())
        .isEqualTo("body is missing");
    var half =
        api.post(shop.mr(mr) + "/discussions", "body", "b", "position[position_type]", "text");
    assertThat(half.json().path("error").asText()).isEqualTo("position[base_sha] is missing");
    assertThat(api.get("/projects/none").message()).isEqualTo("404 Project Not Found");
  }

  @Test
  void aBotWithoutRightsCannotMerge() {
    shop.gitlab.configure(world -> shop.project.settings.mergeLevel = Level.MAINTAINER);
    assertThat(shop.api(shop.bot).put(shop.mr(mr) + "/merge").status()).isEqualTo(401);
    assertThat(mr.isOpen()).isTrue();
  }
}
