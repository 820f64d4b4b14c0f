package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;

/** What must hold on a target in the moment before the first statement. */
@Doc("What must hold on a target in the moment before a deployment's first statement.")
public record GateSettings(
    @Doc("Transactions of others that have been open for long on the tables that are changed.")
        LongTransactions longTransactions,
    @Doc("How far replicas are behind, as the target sees them.") ReplicationLag replicationLag,
    @Doc("How many more connections the server would take.") FreeConnections freeConnections,
    @Doc("How much disk is free, where the engine tells.") DiskFree diskFree,
    @Doc(
            "Other tools at work: gh-ost, pt-online-schema-change, pg_repack, Flyway, Liquibase, or"
                + " somebody's ALTER TABLE or VACUUM FULL.")
        OtherTools otherTools) {
  public static final GateSettings DEFAULT =
      new GateSettings(
          new LongTransactions(Duration.ofSeconds(60), Then.WAIT),
          new ReplicationLag(Duration.ofSeconds(10), Then.WAIT),
          new FreeConnections(5, Then.WAIT),
          new DiskFree(1024, Then.WARN),
          new OtherTools(Then.REFUSE));

  /** What a gate does that finds something. */
  public enum Then {
    @Doc("The deployment waits, for deploy.gate_patience at most.")
    WAIT,
    @Doc("The deployment fails, and a person says /db retry.")
    REFUSE,
    @Doc("It goes on and says so in its result.")
    WARN,
    @Doc("Nobody looks.")
    IGNORE
  }

  /** See {@link GateSettings}. */
  @Doc("Transactions of others that have been open for long on the tables that are changed.")
  public record LongTransactions(
      @Doc("From how long on.") @Default("60s") Duration over,
      @Doc("What follows.") @Default("wait") Then then) {}

  /** See {@link GateSettings}. */
  @Doc("How far replicas are behind, as the target sees them.")
  public record ReplicationLag(
      @Doc("From how much on.") @Default("10s") Duration over,
      @Doc("What follows.") @Default("wait") Then then) {}

  /** See {@link GateSettings}. */
  @Doc("How many more connections the server would take.")
  public record FreeConnections(
      @Doc("Fewer than so many.") @Default("5") int under,
      @Doc("What follows.") @Default("wait") Then then) {}

  /** See {@link GateSettings}. */
  @Doc("How much disk is free, where the engine tells.")
  public record DiskFree(
      @Doc("Less than so many megabytes.") @Default("1024") int underMb,
      @Doc("What follows.") @Default("warn") Then then) {}

  /** See {@link GateSettings}. */
  @Doc("Other tools at work.")
  public record OtherTools(@Doc("What follows.") @Default("refuse") Then then) {}
}
