package dev.sluice.mergerequest;

import java.util.List;
import java.util.Optional;

/** Reading repositories, by numeric id, at fixed commits. */
public interface Repositories {
  /** Looks a repository up by its path or its number as text. */
  Optional<Repository> find(String pathOrId);

  /** The file's bytes at a commit; empty when it is not there. */
  Optional<byte[]> file(long repository, String sha, String path);

  /** Paths of all files below a folder ("" for all) at a commit. */
  List<String> files(long repository, String sha, String folder);

  /** Lines of a branch's files with a text, whatever its case; at most about a hundred. */
  CodeHits search(long repository, String branch, String text);

  /** The commit that a branch points at. */
  Optional<String> head(long repository, String branch);

  /** The way along first parents from {@code from} (exclusive) to {@code to} (inclusive). */
  BranchWalk walk(long repository, String from, String to);

  /** What a commit changes against its first parent. */
  FileChanges changes(long repository, String sha);

  /** Merge requests that brought a commit, by number. */
  List<MergeRequestId> mergeRequestsOf(long repository, String sha);

  /** Opens an issue unless one with this marker in its text is open already; its web address. */
  String openIssue(long repository, String marker, String title, String body);

  /** Opens an issue, or brings the open one with this marker to this text; its web address. */
  String keepIssue(long repository, String marker, String title, String body);

  /** Brings our open issue with this marker to this text and closes it; nothing without one. */
  void closeIssue(long repository, String marker, String body);
}
