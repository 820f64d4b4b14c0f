package dev.sluice.review.rules.data;

import dev.sluice.probe.Answer.Misfits;
import dev.sluice.probe.Probe;
import dev.sluice.review.impact.TableSize;
import dev.sluice.sql.ObjectName;
import java.util.List;

/** What is wrong with the rows, in a sentence. */
final class MisfitWords implements Probe.Visitor<String, RuntimeException> {
  private final Misfits misfits;

  MisfitWords(Misfits misfits) {
    this.misfits = misfits;
  }

  @Override
  public String affectedRows(Probe.AffectedRows probe) {
    throw new IllegalArgumentException(probe.words());
  }

  @Override
  public String duplicates(Probe.Duplicates probe) {
    List<String> keys = probe.keys().stream().map(Probe.Key::text).toList();
    return rows(probe.table()) + " that share their " + String.join(", ", keys) + samples();
  }

  @Override
  public String nulls(Probe.Nulls probe) {
    return rows(probe.table()) + " without a value in " + probe.column();
  }

  @Override
  public String orphans(Probe.Orphans probe) {
    return rows(probe.table())
        + " with a "
        + String.join(", ", probe.columns())
        + " that "
        + probe.parent().name()
        + " does not have"
        + samples();
  }

  @Override
  public String tooLong(Probe.TooLong probe) {
    return rows(probe.table())
        + " with a "
        + probe.column()
        + " longer than "
        + probe.characters()
        + " characters";
  }

  @Override
  public String outOfRange(Probe.OutOfRange probe) {
    return rows(probe.table())
        + " with a "
        + probe.column()
        + " below "
        + probe.from().toPlainString()
        + " or above "
        + probe.to().toPlainString();
  }

  @Override
  public String violations(Probe.Violations probe) {
    return rows(probe.table()) + " that break CHECK (" + probe.condition() + ")";
  }

  @Override
  public String dependants(Probe.Dependants probe) {
    throw new IllegalArgumentException(probe.words());
  }

  private String rows(ObjectName table) {
    return "There " + (misfits.rows() == 1 ? "is " : "are ") + rows() + " of " + table.name();
  }

  private String rows() {
    return TableSize.count(misfits.rows());
  }

  private String samples() {
    List<String> samples = misfits.samples();
    return samples.isEmpty() ? "" : ", e.g. " + String.join("; ", samples);
  }
}
