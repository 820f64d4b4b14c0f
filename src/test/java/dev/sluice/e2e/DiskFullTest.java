package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store on a disk of its own, a small one in memory, that runs full. Needs the right to mount.
 */
final class DiskFullTest {
  private static final int MOST_WEBHOOKS = 3000;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    int exit = run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString());
    if (exit != 0) {
      System.out.println("SKIPPED: needs the right to mount a tmpfs");
      Assumptions.abort("no right to mount");
    }
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void whatCannotBeStoredIsRefusedAndWorkGoesOnWhenThereIsRoomAgain() throws Exception {
    Configuration stored =
        Configuration.standard()
            .with("store", "{ url: \"jdbc:sqlite:%s\" }".formatted(disk.resolve("sluice.db")));
    try (World world = new World(folder, stored)) {
      world.settle();
      Path ballast = fill();
      String body =
          "{\"object_kind\":\"push\",\"ref\":\"refs/heads/main\",\"project\":{\"id\":%d}}";
      int before = events(world);
      int accepted = 0;
      while (accepted < MOST_WEBHOOKS && post(world, body, accepted) == 200) {
        accepted++;
      }
      System.out.printf("%d more webhooks were stored on a full disk%n", accepted);
      assertThat(accepted).as("the disk is full").isLessThan(MOST_WEBHOOKS);
      assertThat(events(world) - before).as("acknowledged and stored").isEqualTo(accepted);
      assertThat(ready(world).statusCode()).isEqualTo(503);
      assertThat(ready(world).body()).contains("KiB are left on the disk");
      Scene scene = world.open("create table t (id integer);\n");
      assertThat(world.gitlab.deliveries().awaitIdle(Duration.ofSeconds(30))).isTrue();
      assertThat(scene.said()).isEmpty();

      Files.delete(ballast);
      world.settle();
      world.reconcile();
      assertThat(scene.openRules()).containsExactly("require-primary-key");
      assertThat(scene.said()).as("summary and finding").hasSize(2);
      assertThat(post(world, body, accepted)).isEqualTo(200);
      world.settle();
      assertThat(ready(world).statusCode()).isEqualTo(200);
      assertThat(world.stats().dead()).isZero();
      assertThat(world.store().read(Ledger::verify)).isInstanceOf(Ledger.Verification.Ok.class);
      assertThat(integrity(world)).isEqualTo("ok");
    }
  }

  private Path fill() throws IOException {
    Path ballast = disk.resolve("ballast");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
      return ballast;
    }
  }

  private static int post(World world, String body, int number) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(world.webhooks())
            .header("X-Gitlab-Event", "Push Hook")
            .header("X-Gitlab-Token", World.WEBHOOK_TOKEN)
            .header("Idempotency-Key", "disk-full-" + number)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.formatted(world.project.id)))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static HttpResponse<String> ready(World world) throws Exception {
    URI uri = world.webhooks().resolve("/readyz");
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static int events(World world) {
    return Integer.parseInt(ask(world, "select count(*) from item where kind = 'event'"));
  }

  private static String integrity(World world) {
    return ask(world, "pragma integrity_check");
  }

  private static String ask(World world, String sql) {
    return world.store().read(tx -> tx.handle().createQuery(sql).mapTo(String.class).one());
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
