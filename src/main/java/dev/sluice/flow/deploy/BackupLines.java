package dev.sluice.flow.deploy;

import dev.sluice.deploy.backup.BackupState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.language.Message;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a result note says of backups. */
final class BackupLines {
  private static final int MOST = 10;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private BackupLines() {}

  static List<Message> of(List<RecordedBackup> backups) {
    List<Message> lines = new ArrayList<>();
    backups.stream().limit(MOST).forEach(b -> add(lines, b));
    if (backups.size() > MOST) {
      lines.add(Message.of("… and %s backups more.", backups.size() - MOST));
    }
    return lines;
  }

  private static void add(List<Message> lines, RecordedBackup backup) {
    if (backup.state() == BackupState.NOT_POSSIBLE) {
      lines.add(
          Message.of(
              "⚠️ Statement %s was not backed up: %s.",
              backup.seq(), Message.text(backup.note().replaceFirst("\\.$", ""))));
    }
    if (!backup.kept()) {
      return;
    }
    lines.add(kept(backup));
    if (!backup.note().isEmpty()) {
      lines.add(Message.text(backup.note()));
    }
  }

  private static Message kept(RecordedBackup backup) {
    Object size =
        backup.bytes().isPresent() ? Amounts.bytes(backup.bytes().getAsLong()) : Message.of("?");
    String source = backup.source().name();
    String until = DAY.format(backup.expiresAt());
    return backup.rows().isPresent()
        ? Message.of(
            "💾 Statement %s is backed up: %s rows of %s (%s) in %s, kept until %s.",
            backup.seq(), backup.rows().getAsLong(), source, size, backup.table().toString(), until)
        : Message.of(
            "💾 Statement %s is backed up: table %s (%s) is now %s, kept until %s.",
            backup.seq(), source, size, backup.table().toString(), until);
  }
}
