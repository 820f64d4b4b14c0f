package dev.sluice.command;

import dev.sluice.flow.Speaking;
import dev.sluice.flow.answer.AfterMerge;
import dev.sluice.flow.answer.ExplainRule;
import dev.sluice.flow.deploy.DeployOnWish;
import dev.sluice.flow.deploy.FreezeEnvironment;
import dev.sluice.flow.deploy.GiveUp;
import dev.sluice.flow.deploy.GoOn;
import dev.sluice.flow.deploy.HoldRollouts;
import dev.sluice.flow.deploy.PlanRollouts;
import dev.sluice.flow.drift.AcceptDrift;
import dev.sluice.flow.rollback.RollBack;
import dev.sluice.flow.show.ShowDiff;
import dev.sluice.flow.show.ShowHistory;
import dev.sluice.flow.show.ShowPlan;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.flow.waive.MeantFindings;
import dev.sluice.flow.waive.WaiveFinding;

/** The use cases that commands start. */
public record CommandParts(
    VoteByCommand votes,
    DeployOnWish deploy,
    GoOn goOn,
    GiveUp giveUp,
    PlanRollouts plans,
    HoldRollouts holds,
    FreezeEnvironment freezes,
    TendMergeRequest tend,
    AfterMerge afterMerge,
    WaiveFinding waive,
    MeantFindings findings,
    ExplainRule rules,
    ShowPlan plan,
    ShowDiff diff,
    AcceptDrift acceptDrift,
    RollBack rollBack,
    ShowHistory history,
    Speaking speaking) {}
