package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is tried on a copy in memory; the targets stay as they are. */
final class ShadowTest {
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
    for (String target : new String[] {"test", "prod"}) {
      world.execute(
          target,
          "create table customers (id integer primary key, name text not null)",
          "create table orders (id integer primary key,"
              + " customer integer not null references customers (id), total integer check (total > 0))",
          "insert into customers values (1, 'Lin')");
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theSummaryShowsTheSchemaBeforeAndAfter() {
    Scene scene =
        world
            .open(
                """
                    alter table customers add column note text;
                    create table notes (id integer primary key);
                    insert into orders values (1, 1, 5);
                    """)
            .settle();
    assertThat(scene.summary())
        .contains("Tried on a copy of the schema")
        .contains("shop@test, shop@prod: not known: it ended at line 3 of")
        .contains("FOREIGN KEY constraint failed");
    assertThat(scene.openRules()).doesNotContain("require-success-on-shadow");

    scene.push(
        "alter table customers add column note text;\ncreate table notes (id integer primary key);\n");
    assertThat(scene.summary())
        .contains("shop@test, shop@prod: it ran")
        .contains("+TABLE notes")
        .contains(
            "+  CREATE TABLE customers (id integer primary key, name text not null, note text)");
    assertThat(world.query("test", "select count(*) from sqlite_master where name = 'notes'"))
        .isEqualTo("0");
  }

  @Test
  void whatOnlyTheEngineKnowsIsAFindingOnItsStatement() {
    Scene scene =
        world
            .open(
                """
                    create table notes (id integer primary key);
                    create index notes_day on notes (random());
                    """)
            .settle();
    assertThat(Scene.text(scene.thread("require-success-on-shadow").first()))
        .contains("Fails on a copy of the schema: ")
        .contains("non-deterministic");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    scene.push("create table notes (id integer primary key);\n");
    assertThat(scene.openRules()).isEmpty();
  }

  /** One finding for one cause. */
  @Test
  void whatAnotherFindingForetoldIsNotSaidTwice() {
    Scene scene = world.open("drop table nowhere;\n").settle();
    assertThat(scene.openRules()).containsExactly("require-existing-object");
    assertThat(scene.summary()).contains("statement 1 of V").contains("failed: ");
  }

  /** Nobody has approved it yet. */
  @Test
  void nothingReachesAFile() {
    Scene scene =
        world
            .open(
                "attach database '"
                    + folder.resolve("evil.db")
                    + "' as evil;\ncreate table evil.x (id integer primary key);\n")
            .settle();
    assertThat(folder.resolve("evil.db")).doesNotExist();
    scene.push("vacuum into '" + folder.resolve("evil.db") + "';\n");
    assertThat(folder.resolve("evil.db")).doesNotExist();
    assertThat(scene.summary()).contains("Sluice");
  }

  @Test
  void aScratchServerTriesWhatGoesToPostgresql() throws Exception {
    world.close();
    TestDatabase target = EmbeddedDatabases.postgres();
    target.execute(
        "do $$ begin create role e2e_shadow login createdb password 'S3cret'; exception"
            + " when duplicate_object then null; end $$",
        "create table customers (id bigint primary key, email text)");
    Configuration configuration =
        Configuration.standard()
            .database(
                "postgresql",
                Configuration.target("test", target.url(), target.username(), target.password()))
            .with(
                "shadow",
                "{ postgresql: { url: \"%s\", username: e2e_shadow, password: S3cret } }"
                    .formatted(target.url().replaceFirst("/t\\d+", "/postgres")));
    world = new World(Files.createDirectory(folder.resolve("second")), configuration);
    Scene scene =
        world
            .open(
                """
                    alter table customers add column note text;
                    create index on customers (now());
                    """)
            .settle();
    assertThat(Scene.text(scene.thread("require-success-on-shadow").first()))
        .contains("functions in index expression must be marked IMMUTABLE");
    scene.push("alter table customers add column note text;\n");
    assertThat(scene.openRules()).isEmpty();
    assertThat(scene.summary())
        .contains("shop@test: it ran", "statement 1: ACCESS EXCLUSIVE on customers")
        .contains("+  note text");
  }
}
