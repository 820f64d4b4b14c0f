package dev.sluice.store.record;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Schemas as text, each text kept once: the schema after one rollout is mostly the next before. */
public final class SchemaSnapshots {

  private SchemaSnapshots() {}

  /** The snapshot's number. */
  public static long save(WriteTx tx, Snapshot snapshot) {
    tx.handle()
        .createUpdate(
            "insert into schema_text (sha256, gzip) values (:sha256, :gzip)"
                + " on conflict (sha256) do nothing")
        .bind("sha256", snapshot.sha256())
        .bind("gzip", zipped(snapshot.text()))
        .execute();
    return tx.handle()
        .createQuery(
            "insert into snapshot (sha256, format, server_version)"
                + " values (:sha256, :format, :serverVersion)"
                + " on conflict (sha256, format, server_version)"
                + " do update set format = excluded.format returning id")
        .bindMethods(snapshot)
        .mapTo(Long.class)
        .one();
  }

  public static Optional<Snapshot> find(ReadTx tx, long id) {
    return tx.handle()
        .createQuery("select * from snapshot join schema_text using (sha256) where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Snapshot(
                    unzipped(row.getBytes("gzip")),
                    row.getString("sha256"),
                    row.getInt("format"),
                    row.getString("server_version")))
        .findOne();
  }

  /** What the target should look like: the schema after its last rollout that has one. */
  public static Optional<Snapshot> expected(ReadTx tx, TargetName target) {
    return tx.handle()
        .createQuery(
            "select after_snapshot from rollout where target = :target"
                + " and after_snapshot is not null order by ended_at desc, id desc limit 1")
        .bind("target", target.toString())
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> find(tx, id));
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unzipped(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
