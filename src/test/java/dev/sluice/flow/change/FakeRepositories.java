package dev.sluice.flow.change;

import dev.sluice.mergerequest.BranchWalk;
import dev.sluice.mergerequest.CodeHits;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.mergerequest.Repository;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Files at commits, in memory. */
final class FakeRepositories implements Repositories {
  private final Map<String, byte[]> files = new HashMap<>();

  FakeRepositories with(String sha, String path, byte[] bytes) {
    files.put(sha + ":" + path, bytes);
    return this;
  }

  FakeRepositories with(String sha, String path, String text) {
    return with(sha, path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<byte[]> file(long repository, String sha, String path) {
    return Optional.ofNullable(files.get(sha + ":" + path));
  }

  @Override
  public List<String> files(long repository, String sha, String folder) {
    String start = sha + ":" + folder;
    return new TreeSet<>(files.keySet())
        .stream().filter(f -> f.startsWith(start)).map(f -> f.substring(sha.length() + 1)).toList();
  }

  @Override
  public Optional<Repository> find(String pathOrId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CodeHits search(long repository, String branch, String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> head(long repository, String branch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BranchWalk walk(long repository, String from, String to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChanges changes(long repository, String sha) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MergeRequestId> mergeRequestsOf(long repository, String sha) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String openIssue(long repository, String marker, String title, String body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String keepIssue(long repository, String marker, String title, String body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closeIssue(long repository, String marker, String body) {
    throw new UnsupportedOperationException();
  }
}
