package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Conflict;
import dev.sluice.sql.Action;
import java.util.List;

/** One action of a statement that does something, with the catalog that it finds. */
record Step(Action action, Catalog before, List<Conflict> conflicts) {}
