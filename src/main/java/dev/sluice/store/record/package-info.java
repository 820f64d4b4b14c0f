/**
 * The record of everything: one class per table, static functions over a transaction. Writes that
 * belong to a lane's work go through {@code StoreDatabase.update(fence, …)}.
 *
 * <p>Some columns hold records of other packages as JSON: renaming a component there needs a
 * migration here.
 */
@NullMarked
package dev.sluice.store.record;

import org.jspecify.annotations.NullMarked;
