package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Backups;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The backups that lie on targets, as lines of text. */
public final class TellBackups {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoreDatabase store;

  public TellBackups(StoreDatabase store) {
    this.store = store;
  }

  /** The newest first, a sum last; the target like {@code orders@prod}. */
  public List<String> of(TargetName target) {
    List<RecordedBackup> backups = store.read(tx -> Backups.on(tx, target));
    List<String> lines = new ArrayList<>(backups.stream().map(TellBackups::line).toList());
    long bytes = backups.stream().mapToLong(b -> b.bytes().orElse(0)).sum();
    lines.add("%s: %d backups, %s".formatted(target, backups.size(), Amounts.bytes(bytes)));
    return lines;
  }

  /** Of all targets that have some. */
  public List<String> all() {
    return store.read(Backups::targets).stream()
        .map(TargetName::parse)
        .flatMap(t -> of(t).stream())
        .toList();
  }

  private static String line(RecordedBackup backup) {
    return "rollout %d statement %d  %s  %s rows  %s  %s  %s to %s"
        .formatted(
            backup.rollout(),
            backup.seq(),
            backup.source(),
            backup.rows().isPresent() ? backup.rows().getAsLong() + "" : "?",
            backup.bytes().isPresent() ? Amounts.bytes(backup.bytes().getAsLong()) : "?",
            backup.table(),
            DAY.format(backup.createdAt()),
            DAY.format(backup.expiresAt()));
  }
}
