package dev.sluice.benchmark;

import dev.sluice.demo.Person;
import dev.sluice.demo.StandInGitLab;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stand-in GitLab in this process, and Sluice in a process of its own, as it is shipped. */
final class Office implements AutoCloseable {
  private static final Pattern DONE = Pattern.compile("Deployed to|stopped|cancelled");
  static final String TOKEN = "benchmark-webhook-token";

  final StandInGitLab gitlab = StandInGitLab.start(Clock.systemUTC());
  final Project project = gitlab.createProject("shop/database");
  final Path config;
  private final User bot = gitlab.createBot("sluice", "Sluice");
  private final Person developer;
  private @Nullable ServedSluice sluice;
  private int branches;

  /**
   * @param databases the YAML below {@code databases:}, which has one called shop
   */
  Office(Path folder, String databases) throws IOException {
    gitlab.addMember(project, bot, Level.DEVELOPER);
    User dev = gitlab.createUser("dev", "dev");
    gitlab.addMember(project, dev, Level.MAINTAINER);
    Group dbas = gitlab.createGroup("dba", Visibility.PRIVATE);
    gitlab.addMember(dbas, gitlab.createUser("dana", "dana"), Level.DEVELOPER);
    gitlab.addMember(dbas, bot, Level.GUEST);
    developer = gitlab.as(dev);
    developer.push(project, "main", "README.md", "# Migrations\n");
    config = folder.resolve("bot-config.yml");
    Files.writeString(config, configuration(folder, databases));
  }

  private String configuration(Path folder, String databases) {
    return """
        server: { listen: "127.0.0.1:%d" }
        gitlab:
          url: %s
          token: %s
          webhook: { secret_token: %s }
        store: { url: "jdbc:sqlite:%s/sluice.db" }
        environments:
          - { name: prod, deploy: on_merge }
        databases:
        %s
        projects:
          - name: shop
            repository: shop/database
            scripts: [ { path: "orders/**/*.sql", databases: [ shop ] } ]
            owners: [ "@dev" ]
            approval: dba
        approval_policies:
          dba:
            rules:
              - { when: { risk: high }, require: [ { from: "group:dba" } ] }
        """
        .formatted(
            ServedSluice.freePort(),
            gitlab.url(),
            gitlab.token(bot),
            TOKEN,
            folder,
            databases.indent(2).stripTrailing());
  }

  /** Starts Sluice and waits until it is ready. */
  ServedSluice serve() throws IOException, InterruptedException {
    ServedSluice started = ServedSluice.start(config);
    sluice = started;
    gitlab.configure(world -> project.hooks.clear());
    gitlab.addHook(project, started.webhooks().toString(), TOKEN, null);
    return started;
  }

  MergeRequest open(FileAction... files) {
    String branch = "change-" + ++branches;
    developer.push(project, branch, "Change " + branches, files);
    return developer.open(project, branch, "Change " + branches);
  }

  Person developer() {
    return developer;
  }

  /** Whether summary and final status of the merge request's head are there. */
  boolean reviewed(MergeRequest mr) {
    return gitlab.read(
        () ->
            mr.notes().anyMatch(note -> note.body.replace("\u2060", "").contains("kind=summary"))
                && project.pipelines.stream()
                    .filter(pipeline -> pipeline.sha.equals(mr.headSha))
                    .flatMap(pipeline -> pipeline.latest().stream())
                    .anyMatch(s -> s.name.contains("review") && !s.status.equals("running")));
  }

  /** Whether the note with the result of a deployment, done or failed, is there. */
  boolean told(MergeRequest mr) {
    return gitlab.read(
        () ->
            mr.notes()
                .map(note -> note.body.replace("\u2060", ""))
                .filter(body -> body.contains("kind=result/"))
                .anyMatch(body -> DONE.matcher(body).find()));
  }

  @Override
  public void close() {
    if (sluice != null) {
      sluice.close();
    }
    gitlab.close();
  }
}
