package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the repository's own code says of a dropped name. */
final class CodeSearchTest {
  @TempDir Path folder;

  @Test
  void theThreadOfADroppedColumnLinksTheCodeThatNamesIt() {
    try (World world = new World(folder)) {
      for (String target : new String[] {"test", "prod"}) {
        world.execute(
            target, "create table customers (id integer primary key, short_name text, fax text)");
      }
      world
          .as("dev")
          .push(
              world.project,
              "main",
              "Code",
              FileAction.put(
                  "src/CustomerDao.java",
                  """
                      class CustomerDao {
                        String sql = "select short_name";
                        String shortName;
                        int my_short_name_x;
                      }
                      """),
              FileAction.put("src/Ship.java", "class Ship {\n  String shortName;\n}\n"),
              FileAction.put(
                  "orders/R__names.sql", "create view names as select short_name from customers;"));
      Scene scene =
          world
              .open(
                  """
                      alter table customers drop column short_name;
                      alter table customers drop column fax;
                      """)
              .settle();
      String all = String.join("\n", scene.said());
      String head = scene.mr.headSha;
      assertThat(all)
          .contains("2 lines of this repository's other files name it")
          .contains("/-/blob/" + head + "/src/CustomerDao.java#L2) `String sql = ")
          .contains("/-/blob/" + head + "/src/CustomerDao.java#L3) `String shortName;`")
          .contains("No other file of this repository was found to name it")
          .doesNotContain("Ship.java", "#L4)", "R__names.sql#");
    }
  }

  @Test
  void aPolicyTurnsItOff() {
    Configuration off =
        Configuration.standard().with("review_policies", "default: { code_search: off }");
    try (World world = new World(folder, off)) {
      world.execute("test", "create table customers (id integer primary key, fax text)");
      Scene scene = world.open("alter table customers drop column fax;\n").settle();
      assertThat(String.join("\n", scene.said()))
          .contains("Drops column fax")
          .doesNotContain("was found to name");
    }
  }
}
