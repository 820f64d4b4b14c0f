/**
 * Sluice's own database: transactions, the fence, the ledger. Lanes of work live in {@code lanes},
 * the record of what happened in {@code record}.
 *
 * <p>Callers see {@link dev.sluice.store.ReadTx} and {@link dev.sluice.store.WriteTx}, never Jdbi.
 */
@NullMarked
package dev.sluice.store;

import org.jspecify.annotations.NullMarked;
