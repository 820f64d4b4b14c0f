package dev.sluice.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Webhooks at a fixed rate from an open-loop driver: latency counts from the moment at which a
 * request was due, so that a stall is not hidden by the driver waiting with it.
 */
final class WebhookIntake {
  private static final int PER_SECOND = 500;
  private static final int WARM_UP_SECONDS = 10;
  private static final int SECONDS = 30;

  private WebhookIntake() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    try (Office office = new Office(folder, Databases.sqlite(folder))) {
      URI uri = office.serve().webhooks();
      drive(uri, WARM_UP_SECONDS * PER_SECOND, new AtomicInteger());
      AtomicInteger refused = new AtomicInteger();
      long start = System.nanoTime();
      Figures figures = drive(uri, SECONDS * PER_SECOND, refused);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d webhooks/s asked, %.0f/s answered 200 with their event on disk, %d others: %s%n",
          PER_SECOND, (figures.count() - refused.get()) / seconds, refused.get(), figures);
    }
  }

  private static Figures drive(URI uri, int count, AtomicInteger refused) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Figures figures = new Figures();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      answers.add(
          client
              .sendAsync(request(uri, i), BodyHandlers.discarding())
              .handle(
                  (answer, failure) -> {
                    figures.add(System.nanoTime() - due);
                    boolean stored = failure == null && answer.statusCode() == 200;
                    return stored ? 0 : refused.incrementAndGet();
                  }));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .orTimeout(2, TimeUnit.MINUTES)
        .join();
    return figures;
  }

  /** A comment on a merge request that is no command, each by its own delivery key. */
  private static HttpRequest request(URI uri, int i) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("X-Gitlab-Event", "Push Hook")
        .header("X-Gitlab-Token", Office.TOKEN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(push(i)))
        .build();
  }

  private static String push(int i) {
    return """
        {"object_kind":"push","event_name":"push","before":"%1$040x","after":"%2$040x",
         "ref":"refs/heads/branch-%3$d","checkout_sha":"%2$040x","user_id":77,"user_username":"dev",
         "user_name":"dev","project_id":99,
         "project":{"id":99,"name":"database","path_with_namespace":"shop/other",
          "default_branch":"main","web_url":"http://127.0.0.1/shop/other"},
         "commits":[],"total_commits_count":0}
        """
        .formatted(i, i + 1, i % 200);
  }
}
