package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open merge requests that have to do with each other say so, both, as long as it is so. */
final class NeighbourTest {
  private static final String OTHERS = "Other open merge requests";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
    for (String target : new String[] {"test", "prod"}) {
      world.execute(
          target,
          "create table customers (id integer primary key, name text)",
          "create table orders (id integer primary key, note text)");
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Scene change(String path, String title, String sql) {
    return world.open(path, title, FileAction.put(path, sql)).settle();
  }

  private static String rename(String table) {
    return "alter table " + table + " add column x" + table.length() + " text;\n";
  }

  @Test
  void bothSayThatTheyChangeTheSameTableUntilOneIsClosed() {
    Scene first = change("orders/V10__a.sql", "First", rename("customers"));
    assertThat(first.summary()).doesNotContain(OTHERS);
    Scene second =
        change("orders/V11__b.sql", "Sec @all #1", "delete from customers where id = 7;");
    assertThat(second.summary())
        .contains(OTHERS)
        .contains("!" + first.mr.iid + " First](", "): changes customers of")
        .contains("shop, too; has a lower version: when this one is merged first");
    assertThat(first.summary())
        .contains("!" + second.mr.iid + " Sec @all #1](")
        .contains("changes customers of shop, too; has a higher version");

    second.push(rename("orders"));
    assertThat(first.summary())
        .contains("has a higher version")
        .doesNotContain("changes customers");
    world.as("dev").close(second.mr);
    world.settle();
    assertThat(first.summary()).doesNotContain(OTHERS);
  }

  @Test
  void bothSayThatTheyTakeTheSameVersion() {
    Scene first = change("orders/V10__a.sql", "First", rename("customers"));
    Scene second = change("orders/V10.0__b.sql", "Second", rename("orders"));
    for (Scene scene : new Scene[] {first, second}) {
      assertThat(scene.summary())
          .contains("takes the same version, 10 of shop; only one of the two can have it")
          .doesNotContain("changes customers of", "changes orders of");
    }
    first.approve("dana").merge();
    assertThat(second.summary()).doesNotContain(OTHERS);
    assertThat(second.summary()).contains("is taken by");
  }

  /** Each of them is looked at once more when the other comes, and then there is rest. */
  @Test
  void theyDoNotWakeEachOtherForEver() {
    Scene first = change("orders/V10__a.sql", "First", rename("customers"));
    Scene second = change("orders/V11__b.sql", "Second", rename("customers"));
    long before = world.clock.millis();
    int reviews = reviews();
    first.comment("dev", "hello");
    world.settle();
    assertThat(reviews()).isEqualTo(reviews);
    second.push(rename("customers") + rename("orders"));
    world.settle();
    assertThat(reviews()).as("a review is saved when it says something new").isEqualTo(reviews + 1);
    assertThat(world.stats().ready() + world.stats().delayed()).isZero();
    assertThat(world.clock.millis()).isGreaterThanOrEqualTo(before);
  }

  private int reviews() {
    return world
        .store()
        .read(
            tx ->
                tx.handle().createQuery("select count(*) from review").mapTo(Integer.class).one());
  }

  @Test
  void onlyTheNearestVersionsAreNamed() {
    for (int i = 1; i <= 6; i++) {
      change("orders/V" + (20 + i) + "__x.sql", "T" + i, "insert into t" + i + " values (1);");
    }
    Scene last = change("orders/V30__x.sql", "Last", rename("customers"));
    assertThat(last.summary()).contains(" T4]", " T5]", " T6]").doesNotContain(" T3]");
  }
}
