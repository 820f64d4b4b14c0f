package dev.sluice.demo.tour;

import dev.sluice.demo.model.MergeRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The main job, step by step; each step is seen to succeed before the next one begins. */
final class Tour {
  private static final String FIRST =
      """
      create table Customers (
        name  text not null,
        email text
      );
      delete from Customers;
      """;

  private static final String MENDED =
      """
      create table customers (
        id    integer primary key,
        name  text not null,
        email text
      );
      insert into customers (id, name, email) values (1, 'Ada', 'ada@example.com');
      """;

  private static final String UNIQUE =
      """
      alter table customers add column city text;
      create unique index customers_email on customers (email);
      """;

  private final Company company;
  private final Path folder;
  private final Narrator narrator;

  Tour(Company company, Path folder, Narrator narrator) {
    this.company = company;
    this.folder = folder;
    this.narrator = narrator;
  }

  void run() throws Exception {
    MergeRequest first = badMergeRequestGetsFindings();
    aPushFixesThem(first);
    theDbaApproves(first);
    theMergeDeploysToTest(first);
    aCommandDeploysToProduction(first);
    MergeRequest second = aFailingChangeBlocksTheTarget();
    onceMendedItIsRetried(second);
    everythingIsRecorded(second);
  }

  private MergeRequest badMergeRequestGetsFindings() throws Exception {
    narrator.step("A developer opens a merge request with SQL that is not good enough");
    company.person("dev").push(company.project(), "customers", "orders/V1__customers.sql", FIRST);
    MergeRequest mr =
        company.person("dev").open(company.project(), "customers", "Add the customers");
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("sluice/review failed", () -> watch.status("sluice/review", "failed"));
    watch.until("threads with findings", () -> !watch.openThreads().isEmpty());
    watch.until("a summary", () -> watch.summary().isPresent());
    int threads = company.gitlab().read(() -> watch.openThreads().size());
    narrator.seen(
        "review failed: " + threads + " threads at the lines they are about, one summary");
    narrator.link(mr);
    return mr;
  }

  private void aPushFixesThem(MergeRequest mr) throws Exception {
    narrator.step("A push fixes them");
    company.person("dev").push(company.project(), "customers", "orders/V1__customers.sql", MENDED);
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("sluice/review passed", () -> watch.status("sluice/review", "success"));
    watch.until("every thread resolved", () -> watch.openThreads().isEmpty());
    watch.until("approval pending", () -> watch.status("sluice/approval", "pending"));
    narrator.seen("review passed, every thread resolved, waiting for 1 × group:dba");
  }

  private void theDbaApproves(MergeRequest mr) throws Exception {
    narrator.step("The DBA approves in GitLab");
    company.person("dana").approve(mr);
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("sluice/approval passed", () -> watch.status("sluice/approval", "success"));
    narrator.seen("approved, bound to the digest of the SQL");
  }

  private void theMergeDeploysToTest(MergeRequest mr) throws Exception {
    narrator.step("The merge deploys to test");
    company.person("olga").merge(mr);
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("a result note", () -> watch.said("Deployed to shop@test"));
    check(count("shop-test.db", "customers") == 1, "the row is in shop@test");
    narrator.seen("2/2 statements on shop@test; prod waits for a person");
  }

  private void aCommandDeploysToProduction(MergeRequest mr) throws Exception {
    narrator.step("The owner writes /db deploy prod");
    company.person("olga").comment(mr, "/db deploy prod");
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("a result note", () -> watch.said("Deployed to shop@prod"));
    check(count("shop-prod.db", "customers") == 1, "the row is in shop@prod");
    narrator.seen("2/2 statements on shop@prod");
  }

  private MergeRequest aFailingChangeBlocksTheTarget() throws Exception {
    narrator.step("The review sees duplicates, an owner waives them, and the change fails");
    execute(
        "shop-test.db",
        "insert into customers (id, name, email) values (2, 'Bob', 'ada@example.com')");
    company.person("dev").push(company.project(), "unique", "orders/V2__unique_email.sql", UNIQUE);
    MergeRequest mr =
        company.person("dev").open(company.project(), "unique", "One customer per e-mail");
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("approval pending", () -> watch.status("sluice/approval", "pending"));
    company.person("olga").comment(mr, "/db waive require-fitting-data --reason \"let us see\"");
    watch.until("the waiver", () -> watch.status("sluice/review", "success"));
    company.person("dana").approve(mr);
    watch.until("approval", () -> watch.status("sluice/approval", "success"));
    company.person("olga").merge(mr);
    watch.until("a result note", () -> watch.said("shop@test stopped"));
    check(!hasColumn("shop-test.db", "customers", "city"), "nothing of it stayed");
    narrator.seen("stopped at statement 2, everything rolled back, the target waits for a person");
    return mr;
  }

  private void onceMendedItIsRetried(MergeRequest mr) throws Exception {
    narrator.step("Somebody mends the data and writes /db retry");
    execute("shop-test.db", "delete from customers where id = 2");
    company.person("olga").comment(mr, "/db retry");
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("a result note", () -> watch.said("Deployed to shop@test"));
    check(hasColumn("shop-test.db", "customers", "city"), "the column is there now");
    narrator.seen("2/2 statements on shop@test");
  }

  private void everythingIsRecorded(MergeRequest mr) throws Exception {
    narrator.step("Everything is on record");
    Watch watch = new Watch(company.gitlab(), mr);
    watch.until("the ledger's head in the note", () -> watch.said("ledger"));
    List<String> history = company.history();
    check(!history.isEmpty(), "the history tells what ran");
    history.forEach(narrator::quote);
    narrator.seen("the chain of hashes is whole; each result note anchors its head");
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not so: " + what);
    }
  }

  private long count(String database, String table) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      return rows.next() ? rows.getLong(1) : -1;
    }
  }

  private boolean hasColumn(String database, String table, String column) throws SQLException {
    try (Connection connection = open(database);
        var columns = connection.getMetaData().getColumns(null, null, table, column)) {
      return columns.next();
    }
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private Connection open(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
  }
}
