package dev.sluice.config;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.change.Environment;
import dev.sluice.change.Project;
import dev.sluice.command.CommandSettings;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.gitlab.GitLabSettings;
import dev.sluice.review.AnswerSettings;
import dev.sluice.review.ReviewPolicySettings;
import dev.sluice.review.house.HouseRuleSettings;
import dev.sluice.setting.Doc;
import dev.sluice.sql.Dialect;
import dev.sluice.store.StoreSettings;
import dev.sluice.target.DatabaseSettings;
import dev.sluice.target.ShadowServers;
import dev.sluice.web.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything in bot-config.yml; each part belongs to the feature whose package it comes from. */
@Doc("The configuration of one Sluice.")
public record BotConfig(
    @Doc("Where Sluice listens.") ServerSettings server,
    @Doc("The GitLab that Sluice works for.") GitLabSettings gitlab,
    @Doc("Where Sluice keeps its own state.") StoreSettings store,
    @Doc("The stages, in the order of promotion.") List<Environment> environments,
    @Doc("The databases, by name.") Map<String, DatabaseSettings> databases,
    @Doc("The business lines.") List<Project> projects,
    @Doc(
            "How strict reviews are, by name. `strict`, `standard`, `relaxed` and `default` are always there.")
        Map<String, ReviewPolicySettings> reviewPolicies,
    @Doc(
            "Rules of your own, by id. An id begins with require-, ban-, prefer-, limit- or name-;"
                + " policies name it like that of any other rule.")
        Map<String, HouseRuleSettings> houseRules,
    @Doc("Who must approve what, by name. Without an entry, `default` asks nobody.")
        Map<String, ApprovalPolicy> approvalPolicies,
    @Doc("Where changes are tried.") ShadowServers shadow,
    @Doc("How a review is shown in a merge request.") AnswerSettings answers,
    @Doc("How patient deployments are.") DeploySettings deploy,
    @Doc("How comments become commands.") CommandSettings commands) {

  /** The name of the approval policy that need not be written. */
  public static final String DEFAULT_POLICY = "default";

  /** The dialect of a database of this configuration. */
  public Optional<Dialect> dialect(String database) {
    return Optional.ofNullable(databases.get(database)).map(DatabaseSettings::engine);
  }
}
