package dev.sluice.change;

import dev.sluice.language.Language;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;

/**
 * A business line: folders of a repository, the databases behind them, and who answers for them.
 */
@Doc("A business line: folders of a repository, their databases, owners and policies.")
public record Project(
    @Doc("Its name, shown in notes.") String name,
    @Doc("The GitLab project: path or numeric id.") String repository,
    @Doc("The branch whose merges are deployed.") @Default("main") String branch,
    @Doc("Files and the databases they are for.") List<ScriptMapping> scripts,
    @Doc("Who answers for it: @user or group:path.") List<Approver> owners,
    @Doc("Who may change its folders; empty: everybody who can open a merge request.")
        List<Approver> members,
    @Doc("Name of a review policy; another one for some environments or paths.")
        ReviewChoice review,
    @Doc("Name of an approval policy.") @Default("default") String approval,
    @Doc("What it is spoken to in: en or zh, for findings, notes and replies.") @Default("en")
        Language language) {
  public Project {
    scripts = List.copyOf(scripts);
    owners = List.copyOf(owners);
    members = List.copyOf(members);
  }
}
