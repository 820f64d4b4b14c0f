package dev.sluice.demo.tour;

import dev.sluice.Application;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.demo.Person;
import dev.sluice.demo.StandInGitLab;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import dev.sluice.flow.TellHistory;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.Ledger;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.LaneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A small company: a GitLab, a repository with a folder of migrations, a developer, an owner, a
 * DBA, a database in two environments, and Sluice between them, configured by a file as anywhere
 * else.
 */
public final class Company implements AutoCloseable {
  private static final String WEBHOOK_TOKEN = "demo-webhook-token";

  private final StandInGitLab gitlab;
  private final Project project;
  private final ConfigWatch config;
  private final Application sluice;

  private Company(StandInGitLab gitlab, Project project, Path file) {
    this.gitlab = gitlab;
    this.project = project;
    Surroundings surroundings = Surroundings.ofThisProcess();
    this.config = ConfigWatch.start(file, new ConfigReader(surroundings, Rules.infos()));
    this.sluice = Application.start(config, Clock.systemUTC(), LaneSettings.defaults());
    gitlab.addHook(
        project, "http://127.0.0.1:" + sluice.port() + "/webhooks/gitlab", WEBHOOK_TOKEN, null);
  }

  /**
   * @param folder for the configuration, Sluice's store and the databases
   * @param port of the stand-in GitLab; 0 lets the system choose
   */
  public static Company found(Path folder, int port) throws IOException {
    StandInGitLab gitlab = StandInGitLab.start(Clock.systemUTC(), port, "");
    User bot = gitlab.createBot("sluice", "Sluice");
    Project project = gitlab.createProject("shop/database");
    gitlab.addMember(project, bot, Level.DEVELOPER);
    hire(gitlab, project, "dev", "Devi, developer", Level.DEVELOPER);
    hire(gitlab, project, "olga", "Olga, owner of shop", Level.MAINTAINER);
    User dana = hire(gitlab, project, "dana", "Dana, DBA", Level.DEVELOPER);
    var dbas = gitlab.createGroup("dba", Visibility.PRIVATE);
    gitlab.addMember(dbas, dana, Level.DEVELOPER);
    gitlab.addMember(dbas, bot, Level.GUEST);
    gitlab.as("olga").push(project, "main", "README.md", "# Migrations of the shop\n");
    Path file = folder.resolve("bot-config.yml");
    Files.writeString(file, configuration(folder, gitlab.url(), gitlab.token(bot)));
    return new Company(gitlab, project, file);
  }

  private static User hire(
      StandInGitLab gitlab, Project project, String username, String name, int level) {
    User user = gitlab.createUser(username, name);
    gitlab.addMember(project, user, level);
    return user;
  }

  private static String configuration(Path folder, String gitlab, String token) {
    return """
        server: { listen: "127.0.0.1:0" }
        gitlab:
          url: %s
          token: %s
          webhook: { secret_token: %s }
        store: { url: "jdbc:sqlite:%s/sluice.db" }
        environments:
          - { name: test, deploy: on_merge }
          - { name: prod, deploy: manual }
        databases:
          shop:
            engine: sqlite
            targets:
              - { environment: test, url: "jdbc:sqlite:%s/shop-test.db" }
              - { environment: prod, url: "jdbc:sqlite:%s/shop-prod.db" }
        projects:
          - name: shop
            repository: shop/database
            scripts: [ { path: "orders/**/*.sql", databases: [ shop ] } ]
            owners: [ "@olga" ]
            approval: by_risk
        approval_policies:
          by_risk:
            rules:
              - { when: { environment: prod }, require: [ { from: "group:dba" } ] }
        """
        .formatted(gitlab, token, WEBHOOK_TOKEN, folder, folder, folder);
  }

  public StandInGitLab gitlab() {
    return gitlab;
  }

  public Project project() {
    return project;
  }

  public Person person(String username) {
    return gitlab.as(username);
  }

  /** What {@code sluice history} prints, with the chain of hashes verified. */
  public List<String> history() {
    try (StoreDatabase store =
        StoreDatabase.openReadOnly(config.current().store(), Clock.systemUTC())) {
      TellHistory history = new TellHistory(store);
      if (history.verify() instanceof Ledger.Verification.Broken broken) {
        throw new IllegalStateException("the ledger is broken at " + broken.id());
      }
      return history.all();
    }
  }

  @Override
  public void close() {
    sluice.close();
    gitlab.close();
  }
}
