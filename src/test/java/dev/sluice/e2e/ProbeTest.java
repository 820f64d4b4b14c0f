package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the rows of the targets say in a merge request. */
@TestInstance(Lifecycle.PER_CLASS)
class ProbeTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
    for (String target : new String[] {"test", "prod"}) {
      world.execute(
          target,
          "create table customers (id integer primary key, name text, email text)",
          "insert into customers (name, email) values ('Lin', 'lin@example.com'),"
              + " ('Linda', 'lin@example.com'), ('Ada', 'ada@example.com'), ('Bob', null)");
    }
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void changedRowsAreCountedAndDuplicatesAreFoundBeforeTheUniqueIndexFails() {
    Scene scene =
        world
            .open(
                """
                create unique index customers_email on customers (email);
                update customers set name = 'x' where email is not null;
                delete from customers where name = 'x';
                """)
            .settle();
    assertThat(Scene.text(scene.thread("require-fitting-data").first()))
        .contains("There are 2 rows of customers that share their email, e.g. li… ×2")
        .doesNotContain("example.com");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.summary())
        .contains("| UPDATE customers |", " | 3 rows |")
        .contains("DELETE FROM customers not known (not asked: statement 2 of ");
    scene.push("update customers set name = 'x' where email is null;\n");
    assertThat(scene.openRules()).doesNotContain("require-fitting-data");
    assertThat(scene.summary()).contains("| 1 row |");
  }
}
