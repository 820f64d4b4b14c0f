package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Threads, summary, statuses and label over the life of a merge request. */
@TestInstance(Lifecycle.PER_CLASS)
class AnswerTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void findingsBecomeThreads() {
    Scene scene =
        world.open("create table Customers (\n  name text not null\n);\ndelete from Customers;\n");
    scene.settle();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }
}
