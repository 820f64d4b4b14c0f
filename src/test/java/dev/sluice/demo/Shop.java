package dev.sluice.demo;

import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A stand-in with a few people and one merge request: what most tests start from. */
final class Shop implements AutoCloseable {
  static final String SCRIPT = "orders/V2__note.sql";
  final StandInGitLab gitlab;
  final User lin;
  final User omar;
  final User bot;
  final Group group;
  final Project project;

  Shop() {
    this("");
  }

  Shop(String root) {
    var clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    gitlab = StandInGitLab.start(clock, 0, root);
    lin = gitlab.createUser("lin", "Lin Chen");
    omar = gitlab.createUser("omar", "Omar Haddad");
    bot = gitlab.createBot("sluice", "Sluice");
    group = gitlab.createGroup("shop", Visibility.PRIVATE);
    project = gitlab.createProject("shop/database");
    gitlab.addMember(group, lin, Level.DEVELOPER);
    gitlab.addMember(group, omar, Level.MAINTAINER);
    gitlab.addMember(project, bot, Level.DEVELOPER);
    gitlab
        .as(omar)
        .push(project, "main", "orders/V1__orders.sql", "create table orders (id int);\n");
  }

  MergeRequest open() {
    gitlab.as(lin).push(project, "note", SCRIPT, "alter table orders\n  add column note text;\n");
    return gitlab.as(lin).open(project, "note", "Add a note");
  }

  Api api(User user) {
    return new Api(gitlab, user);
  }

  String mr(MergeRequest mr) {
    return "/projects/" + project.id + "/merge_requests/" + mr.iid;
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
