package dev.sluice.review.rules.data;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer.Misfits;
import dev.sluice.probe.Probe;
import dev.sluice.review.impact.TableSize;
import dev.sluice.sql.ObjectName;
import java.util.List;

/** What is wrong with the rows, in a sentence. */
final class MisfitWords implements Probe.Visitor<Message, RuntimeException> {
  private final Misfits misfits;

  MisfitWords(Misfits misfits) {
    this.misfits = misfits;
  }

  @Override
  public Message affectedRows(Probe.AffectedRows probe) {
    throw new IllegalArgumentException(probe.words());
  }

  @Override
  public Message duplicates(Probe.Duplicates probe) {
    List<String> keys = probe.keys().stream().map(Probe.Key::text).toList();
    return sampled(Message.of("%s that share their %s", rows(probe.table()), keys));
  }

  @Override
  public Message nulls(Probe.Nulls probe) {
    return Message.of("%s without a value in %s", rows(probe.table()), probe.column());
  }

  @Override
  public Message orphans(Probe.Orphans probe) {
    return sampled(
        Message.of(
            "%s with a %s that %s does not have",
            rows(probe.table()), probe.columns(), probe.parent().name()));
  }

  @Override
  public Message tooLong(Probe.TooLong probe) {
    return Message.of(
        "%s with a %s longer than %s characters",
        rows(probe.table()), probe.column(), probe.characters());
  }

  @Override
  public Message outOfRange(Probe.OutOfRange probe) {
    return Message.of(
        "%s with a %s below %s or above %s",
        rows(probe.table()),
        probe.column(),
        probe.from().toPlainString(),
        probe.to().toPlainString());
  }

  @Override
  public Message violations(Probe.Violations probe) {
    return Message.of("%s that break CHECK (%s)", rows(probe.table()), probe.condition());
  }

  @Override
  public Message dependants(Probe.Dependants probe) {
    throw new IllegalArgumentException(probe.words());
  }

  private Message rows(ObjectName table) {
    Message count = TableSize.count(misfits.rows());
    return misfits.rows() == 1
        ? Message.of("There is %s of %s", count, table.name())
        : Message.of("There are %s of %s", count, table.name());
  }

  private Message sampled(Message words) {
    List<String> samples = misfits.samples();
    return samples.isEmpty() ? words : Message.of("%s, e.g. %s", words, String.join("; ", samples));
  }
}
