package dev.sluice.review.engine;

import dev.sluice.language.Language;
import dev.sluice.review.impact.Planner;
import dev.sluice.review.rule.Inquiry;
import dev.sluice.sql.SyntaxJudge;

/** What all scripts of one review share. */
record Reviewing(
    ActiveRules rules,
    SyntaxJudge judge,
    Mending mending,
    Planner planner,
    Inquiry inquiry,
    Language language) {}
