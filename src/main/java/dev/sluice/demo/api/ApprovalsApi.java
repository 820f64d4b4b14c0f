package dev.sluice.demo.api;

import dev.sluice.demo.act.Actions;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;

/** Approvals as Free shows them, and the rules that only Premium has. */
final class ApprovalsApi {
  private final World world;
  private final Actions actions;
  private final Views views;

  ApprovalsApi(World world, Actions actions) {
    this.world = world;
    this.actions = actions;
    this.views = new Views(world);
  }

  void register(Routes routes) {
    var mr = "/projects/{id}/merge_requests/{iid}";
    routes.get(mr + "/approvals", call -> approvals(call.mergeRequest(), call.user));
    routes.get(mr + "/approval_state", this::state);
    routes.post(mr + "/approve", this::approve);
    routes.post(mr + "/unapprove", this::unapprove);
  }

  private Object approve(Call call) {
    var mr = call.mergeRequest();
    actions.approving.approve(call.user, mr, call.params.text("sha").orElse(null));
    return Answer.created(approvals(mr, call.user));
  }

  private Object unapprove(Call call) {
    var mr = call.mergeRequest();
    actions.approving.unapprove(call.user, mr);
    return Answer.created(approvals(mr, call.user));
  }

  private Fields approvals(MergeRequest mr, User reader) {
    var fields =
        new Fields()
            .with("user_has_approved", mr.approvals.containsKey(reader.id()))
            .with("user_can_approve", actions.approving.mayApprove(reader, mr))
            .with("approved", isApproved(mr))
            .with("approved_by", mr.approvals.values().stream().map(this::approval).toList());
    if (world.edition == Edition.PREMIUM) {
      var required = mr.project.settings.approvalsRequired;
      fields
          .with("approvals_required", required)
          .with("approvals_left", Math.max(0, required - mr.approvals.size()));
    }
    return fields;
  }

  private boolean isApproved(MergeRequest mr) {
    return world.edition == Edition.FREE
        ? !mr.approvals.isEmpty()
        : actions.approving.isApproved(mr);
  }

  private Fields approval(MergeRequest.Approval approval) {
    return new Fields()
        .with("user", views.user(approval.user()))
        .with("approved_at", approval.at());
  }

  private Object state(Call call) {
    var mr = call.mergeRequest();
    if (world.edition == Edition.FREE) {
      throw Refusal.of(404, "404 Not Found");
    }
    var by = mr.approvals.values().stream().map(each -> views.user(each.user())).toList();
    var rule =
        new Fields()
            .with("id", mr.id + 1)
            .with("name", "All Members")
            .with("rule_type", "any_approver")
            .with("approvals_required", mr.project.settings.approvalsRequired)
            .with("eligible_approvers", List.of())
            .with("users", List.of())
            .with("groups", List.of())
            .with("contains_hidden_groups", false)
            .with("section", null)
            .with("approved_by", by)
            .with("approved", actions.approving.isApproved(mr));
    return new Fields().with("approval_rules_overwritten", false).with("rules", List.of(rule));
  }
}
