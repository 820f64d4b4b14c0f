package dev.sluice.benchmark;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One small change to 200 SQLite targets of one environment: review, waves, the note. */
final class GroupWave {
  private static final int TARGETS = 200;
  private static final long PATIENCE_SECONDS = 900;

  private GroupWave() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    String databases =
        """
        shop:
          engine: sqlite
          targets:
            - { environment: prod, shards: "t{001..%d}", url: "jdbc:sqlite:%s/{shard}.db" }
          groups: { prod: { canary: 1, waves: [ 20, 60 ], parallel: 4 } }
        """
            .formatted(TARGETS, folder);
    try (Office office = new Office(folder, databases)) {
      office.serve();
      long opened = System.nanoTime();
      MergeRequest mr =
          office.open(
              FileAction.put(
                  "orders/V1__item.sql", "create table item (id integer primary key, n int);\n"));
      while (!office.reviewed(mr)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      tell("review of " + TARGETS + " targets", opened);
      long merged = System.nanoTime();
      office.developer().merge(mr);
      while (note(office, mr).filter(n -> n.contains("Deployed to all")).isEmpty()
          && System.nanoTime() - merged < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      tell("merge to all deployed", merged);
      System.out.printf("the note: %d characters%n", note(office, mr).orElse("").length());
    }
  }

  private static void tell(String what, long since) {
    System.out.printf(Locale.ROOT, "%-40s %6.1f s%n", what, (System.nanoTime() - since) / 1e9);
  }

  private static Optional<String> note(Office office, MergeRequest mr) {
    return office.gitlab.read(
        () ->
            mr.notes()
                .map(n -> n.body.replace("\u2060", ""))
                .filter(b -> b.contains("kind=group/") && b.contains("###"))
                .findFirst());
  }
}
